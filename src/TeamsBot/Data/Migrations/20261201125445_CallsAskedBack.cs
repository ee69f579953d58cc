using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TeamsBot.Data.Migrations
{
    /// <inheritdoc />
    public partial class CallsAskedBack : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "IsAskedBack",
                table: "Question",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "IsAskedBack",
                table: "Question");
        }
    }
}
