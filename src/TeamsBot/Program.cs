return await TeamsBot.Commands.Cli.RunAsync(args);
