using Billing.EventStore;
using Billing.Postgres;
using Billing.Web;
using Microsoft.AspNetCore.Connections;

namespace Billing.Host;

/// <summary>The words of the command line. Each command answers an exit code: 0 done, 1 failed or something was found, 2 not understood, 130 interrupted.</summary>
internal sealed class CommandLine(IModule[] modules)
{
    private const string Help = """
        billing <command>

          serve                       migrate, then serve the API and the dashboard (the default)
          migrate                     bring the database up to date and stop
          replay <name>|--all         rebuild a projection beside the live one and swap; --compare only reports differences
          verify                      check the log: versions without holes, known events, rows' versions; audit trails link by link
          anchor [organisation]       the audit trail's number and hash, for an auditor to keep; verify --anchor=FILE
                              holds the trail against it
          projections                 how far each projection is
          dead-letters [list]         what could not be handled; show <id>, replay <id>
          tail                        follow the log of all organisations, a line an event, until Ctrl-C; --tenant NAME,
                              --after NUMBER (0: from the beginning), --type ALIAS, where * stands for anything
          export --tenant NAME FILE   all that an organisation recorded as one archive: events, read models, what lies beside them
          import FILE --owner MAIL    take such an archive in and prove every read model the same; --slug NAME
          removals                    organisations that were deleted, and whether anything of them is left
          keys new|list|rotate        make a master key; list the organisations' keys; wrap them with a new master key
          keys rotate-signing         a new key signs the access tokens; nobody is signed out
          keys withdraw-signing       the same at once, for a key in strange hands: tokens of the others are refused
          openapi [file]              write the API's description (default openapi.json)
          events [file]               write down every event (default docs/events.md)
          permissions [file]          write down who may do what (default docs/permissions.md)
          help                        this

        replay, verify, projections, dead-letters, tail, export and import say --json: a JSON document a line on standard output, and nothing else there.
        Exit codes: 0 done, 1 failed or something was found, 2 not understood, 130 interrupted.
        Settings come from the environment or appsettings.json beside the program; README.md lists them.
        """;

    public async Task<int> Run(string[] args)
    {
        using var stop = new StopSignals();
        var (command, rest) = args.Any(arg => arg is "--help" or "-h") ? ("help", []) : args is [{ } first, .. var others] && !first.StartsWith('-') ? (first, others) : ("serve", args);
        try
        {
            return command switch
            {
                "serve" => await Serve.Run(modules, rest, stop.Token),
                "migrate" => await Maintenance.Migrate(modules, rest, stop.Token),
                "openapi" => await OpenApiFile.Write(modules, rest is [{ } file, ..] ? file : "openapi.json", stop.Token),
                "events" => await EventsFile.Write(modules, rest is [{ } page, ..] ? page : "docs/events.md", stop.Token),
                "permissions" => await PermissionsFile.Write(modules, rest is [{ } table, ..] ? table : "docs/permissions.md", stop.Token),
                "replay" => await StoreCommands.Replay(modules, rest, stop.Token),
                "verify" => await StoreCommands.Verify(modules, rest, stop.Token),
                "anchor" => await StoreCommands.Anchor(modules, rest, stop.Token),
                "projections" => await StoreCommands.Projections(modules, rest, stop.Token),
                "dead-letters" => await StoreCommands.DeadLetters(modules, rest, stop.Token),
                "tail" => await Tail.Run(modules, rest, stop.Token),
                "export" => await ParcelCommands.Export(modules, rest, stop.Token),
                "import" => await ParcelCommands.Import(modules, rest, stop.Token),
                "removals" => await StoreCommands.Removals(modules, rest, stop.Token),
                "keys" => await KeyCommands.Run(modules, rest, stop.Token),
                "help" => Say(Help, 0),
                _ => Say($"There is no command '{command}'.\n\n{Help}", 2),
            };
        }
        catch (WordsException e)
        {
            return Say(e.Message, 2);
        }
        catch (Exception e) when (Sentence(e) is { } sentence)
        {
            return Say(sentence, 1);
        }
        catch (OperationCanceledException) when (stop.Token.IsCancellationRequested)
        {
            return 130;
        }
    }

    /// <summary>What an operator can mend gets one sentence; everything else is a bug and keeps its stack trace.</summary>
    private static string? Sentence(Exception e) => e switch
    {
        PostgresUnavailableException or MigrationException or SettingsException or MasterKeyException or RebuildException or NotMovableException => e.Message,
        IOException { InnerException: AddressInUseException } => e.Message.TrimEnd('.') + ". Choose another with PORT=5081.",
        IOException { HResult: 28 } => "The disk is full: free some space and start again.",
        Npgsql.PostgresException { SqlState: "53100" } => "The disk of the database is full: free some space and start again.",
        Npgsql.PostgresException refused => $"The database refused: {refused.MessageText} (ConnectionStrings__Billing).",
        Npgsql.NpgsqlException away => $"The database cannot be reached: {away.Message} (ConnectionStrings__Billing).",
        _ => null,
    };

    private static int Say(string text, int exit)
    {
        (exit == 0 ? Console.Out : Console.Error).WriteLine(text);
        return exit;
    }
}
