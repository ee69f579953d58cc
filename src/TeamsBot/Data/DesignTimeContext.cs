using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace TeamsBot.Data;

/// <summary>
/// What <c>dotnet ef</c> works on; nothing else uses it. After a change of any entity: <c>dotnet tool restore</c>, then
/// <c>dotnet ef migrations add WhatChanged --project src/TeamsBot --output-dir Data/Migrations</c>. Migrations are generated, never edited;
/// <c>MigrationTests</c> fails while the model and the migrations differ.
/// </summary>
internal sealed class DesignTimeContext : IDesignTimeDbContextFactory<BotDbContext>
{
    public BotDbContext CreateDbContext(string[] args)
    {
        var builder = new DbContextOptionsBuilder<BotDbContext>();
        DataFeature.Configure(builder, Path.Combine(Path.GetTempPath(), "teamsbot-design.db"), busyTimeoutSeconds: 1);
        return new BotDbContext(builder.Options);
    }
}
