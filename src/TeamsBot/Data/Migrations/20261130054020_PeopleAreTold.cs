using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TeamsBot.Data.Migrations
{
    /// <inheritdoc />
    public partial class PeopleAreTold : Migration
    {
        /// <inheritdoc />
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

            migrationBuilder.AddColumn<string>(
                name: "Seats",
                table: "Draft",
                type: "TEXT",
                nullable: false,
                defaultValue: "{}");

            migrationBuilder.AddColumn<string>(
                name: "Spoken",
                table: "Contacts",
                type: "TEXT",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Language",
                table: "Question");

            migrationBuilder.DropColumn(
                name: "Wanted",
                table: "Question");

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
                name: "MessageAt",
                table: "Draft");

            migrationBuilder.DropColumn(
                name: "MessageId",
                table: "Draft");

            migrationBuilder.DropColumn(
                name: "MessageRevision",
                table: "Draft");

            migrationBuilder.DropColumn(
                name: "Seats",
                table: "Draft");

            migrationBuilder.DropColumn(
                name: "Spoken",
                table: "Contacts");
        }
    }
}
