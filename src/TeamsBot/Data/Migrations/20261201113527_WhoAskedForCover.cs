using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TeamsBot.Data.Migrations
{
    /// <inheritdoc />
    public partial class WhoAskedForCover : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "NoteByName",
                table: "RosterWeek",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "CallKind",
                table: "Question",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsCall",
                table: "Question",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "AskedById",
                table: "DutySwap",
                type: "TEXT",
                nullable: false,
                defaultValue: "");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "NoteByName",
                table: "RosterWeek");

            migrationBuilder.DropColumn(
                name: "CallKind",
                table: "Question");

            migrationBuilder.DropColumn(
                name: "IsCall",
                table: "Question");

            migrationBuilder.DropColumn(
                name: "AskedById",
                table: "DutySwap");
        }
    }
}
