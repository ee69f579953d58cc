using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TeamsBot.Data.Migrations
{
    public partial class MessagesOfDrafts : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "MessageAt",
                table: "Draft",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "MessageId",
                table: "Draft",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "MessageRevision",
                table: "Draft",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);
        }

        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "MessageAt",
                table: "Draft");

            migrationBuilder.DropColumn(
                name: "MessageId",
                table: "Draft");

            migrationBuilder.DropColumn(
                name: "MessageRevision",
                table: "Draft");
        }
    }
}
