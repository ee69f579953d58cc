using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TeamsBot.Data.Migrations
{
    /// <inheritdoc />
    public partial class KindOfDraftEvents : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "IX_DraftEvent_Kind",
                table: "DraftEvent",
                column: "Kind");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_DraftEvent_Kind",
                table: "DraftEvent");
        }
    }
}
