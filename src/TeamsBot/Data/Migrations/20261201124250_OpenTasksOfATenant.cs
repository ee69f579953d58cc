using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TeamsBot.Data.Migrations
{
    /// <inheritdoc />
    public partial class OpenTasksOfATenant : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_DatedTask_EndedAt_DueOn",
                table: "DatedTask");

            migrationBuilder.CreateIndex(
                name: "IX_DatedTask_TenantId_EndedAt_DueOn",
                table: "DatedTask",
                columns: new[] { "TenantId", "EndedAt", "DueOn" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_DatedTask_TenantId_EndedAt_DueOn",
                table: "DatedTask");

            migrationBuilder.CreateIndex(
                name: "IX_DatedTask_EndedAt_DueOn",
                table: "DatedTask",
                columns: new[] { "EndedAt", "DueOn" });
        }
    }
}
