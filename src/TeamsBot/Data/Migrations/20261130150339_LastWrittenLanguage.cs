using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TeamsBot.Data.Migrations
{
    /// <inheritdoc />
    public partial class LastWrittenLanguage : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Wrote",
                table: "Contacts",
                type: "TEXT",
                nullable: true);
            // Spoken without a written language would be a choice, which nobody had.
            migrationBuilder.Sql("UPDATE Contacts SET Wrote = Spoken;");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Wrote",
                table: "Contacts");
        }
    }
}
