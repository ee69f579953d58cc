using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TeamsBot.Data.Migrations
{
    public partial class Telling : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "IsQuiet",
                table: "OutboxMessages",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Opens",
                table: "OutboxMessages",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "Sequence",
                table: "Inbox",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<string>(
                name: "Subject",
                table: "Inbox",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Seats",
                table: "Draft",
                type: "TEXT",
                nullable: false,
                defaultValue: "{}");
        }

        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "IsQuiet",
                table: "OutboxMessages");

            migrationBuilder.DropColumn(
                name: "Opens",
                table: "OutboxMessages");

            migrationBuilder.DropColumn(
                name: "Sequence",
                table: "Inbox");

            migrationBuilder.DropColumn(
                name: "Subject",
                table: "Inbox");

            migrationBuilder.DropColumn(
                name: "Seats",
                table: "Draft");
        }
    }
}
