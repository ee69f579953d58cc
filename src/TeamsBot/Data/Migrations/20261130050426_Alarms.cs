using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TeamsBot.Data.Migrations
{
    public partial class Alarms : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Language",
                table: "Question",
                type: "TEXT",
                nullable: false,
                defaultValue: "Ja");

            migrationBuilder.AddColumn<string>(
                name: "Wanted",
                table: "Question",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Spoken",
                table: "Contacts",
                type: "TEXT",
                nullable: true);
        }

        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Language",
                table: "Question");

            migrationBuilder.DropColumn(
                name: "Wanted",
                table: "Question");

            migrationBuilder.DropColumn(
                name: "Spoken",
                table: "Contacts");
        }
    }
}
