using TeamsBot;

await Serving.RunAsync(Serving.Build(args));
