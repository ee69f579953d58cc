using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TeamsBot.Data.Migrations
{
    public partial class StandingAndGates : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Answers",
                table: "Review",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Shown",
                table: "Review",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Claim",
                table: "Draft",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "LikeOf",
                table: "Draft",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "StandingGrant",
                columns: table => new
                {
                    TenantId = table.Column<string>(type: "TEXT", nullable: false),
                    AccountId = table.Column<string>(type: "TEXT", nullable: false),
                    RangeId = table.Column<string>(type: "TEXT", nullable: false),
                    GrantedById = table.Column<string>(type: "TEXT", nullable: false),
                    GrantedBy = table.Column<string>(type: "TEXT", nullable: false),
                    GrantedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ExpiresOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Extent = table.Column<string>(type: "TEXT", nullable: false),
                    Documents = table.Column<string>(type: "TEXT", nullable: false),
                    EndedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StandingGrant", x => new { x.TenantId, x.AccountId, x.RangeId });
                });
        }

        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "StandingGrant");

            migrationBuilder.DropColumn(
                name: "Answers",
                table: "Review");

            migrationBuilder.DropColumn(
                name: "Shown",
                table: "Review");

            migrationBuilder.DropColumn(
                name: "Claim",
                table: "Draft");

            migrationBuilder.DropColumn(
                name: "LikeOf",
                table: "Draft");
        }
    }
}
