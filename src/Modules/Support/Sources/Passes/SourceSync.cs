using Billing.EventStore;

namespace Billing.Support;

/// <summary>
/// Passes over systems outside. A pass reads all it is to read before it takes anything: what interrupts it is waited for and then it begins anew, and what will not pass stops it, and nothing has moved.
/// Taking the same twice writes nothing.
/// </summary>
internal sealed class SourceSync(EventStore.EventStore store, SourceCredentials credentials, FluentTaking fluent, TwentyTaking twenty)
{
    private const int MostTries = 6;

    /// <summary>The correlation of everything a pass writes.</summary>
    public static string Correlation(Guid pass) => "support.pass:" + pass;

    /// <summary>A step of a pass: to its end, or to where it has to wait.</summary>
    /// <param name="pass">Which.</param>
    /// <param name="work">What it comes to commits with the mark that the step is done.</param>
    /// <param name="stop">Ends it where it is; the step is taken again.</param>
    public async Task Step(OpenPass pass, Work work, CancellationToken stop)
    {
        var session = store.Open(work.Session.Tenant, Actor.System).InEverybodysTime;
        var connection = (await session.Streams<SourceConnection>().Load(pass.Connection, stop)).State;
        if (!connection.IsRead)
        {
            work.Also(SourcePasses.Stop(pass.Id, session.Now, ConnectionNo.NotRead.Code, ConnectionNo.NotRead.Sentence));
            return;
        }
        try
        {
            if (await credentials.Open(session.Tenant, pass.Connection, stop) is not { } credential) throw new SourceStopped(SourceTrouble.CredentialRejected, "The credential of this connection is not kept here: write it anew.");
            await session.Write(SourcePasses.Running(pass.Id));
            var sum = connection.Kind == SourceKind.Fluent ? await fluent.Take(session, pass, connection, credential, stop) : await twenty.Take(session, pass, connection, credential, stop);
            work.Also(PassDiary.More(pass.Id, connection.Kind == SourceKind.Fluent ? OutsideKind.Request : OutsideKind.Project));
            work.Also(SourcePasses.Done(pass.Id, session.Now, sum));
        }
        catch (SourceStopped stopped) when (stopped.MayPass && pass.Tries < MostTries)
        {
            var until = session.Now + (stopped.Wait ?? Pause(pass));
            work.Also(SourcePasses.Wait(pass.Id, until, stopped));
            work.Send(SourcePasses.Message, new PassDue(pass.Id), until, $"{pass.Id}/{pass.Step + 1}");
        }
        catch (SourceStopped stopped)
        {
            work.Also(SourcePasses.Stop(pass.Id, session.Now, stopped.Code, stopped.Message));
            if (!stopped.IsShutOut) return;
            await work.Load<SourceConnection>(pass.Connection, stop, fresh: true);
            work.Decide<SourceConnection, SourceConnectionEvent>(pass.Connection, now => now.Shut.Length == 0 && !now.IsDisconnected ? new SourceShut(stopped.Code) : Decision.Nothing);
        }
    }

    /// <summary>Commits what was decided with its lines; lines alone, too.</summary>
    internal static async Task Commit(Session session, Work work, IReadOnlyList<Statement> also)
    {
        if (also.Count == 0) return;
        if (work.IsEmpty)
        {
            await session.Write(also);
            return;
        }
        foreach (var statement in also) work.Also(statement);
        await work.Commit();
    }

    /// <summary>Counts what lines tell besides.</summary>
    internal static PassCounts Counts(IReadOnlyList<PassLine> lines, PassCounts counts) => counts with
    {
        LeftAlone = lines.Count(line => line.What == PassDid.LeftAlone),
        Rejected = lines.Count(line => line.What == PassDid.Rejected),
        Warnings = lines.Count(line => line.What is PassDid.Warned or PassDid.Held or PassDid.Flagged),
    };

    /// <summary>4, 8, 16 … seconds, and up to half as much again, which passes that were refused together do not share.</summary>
    private static TimeSpan Pause(OpenPass pass) => TimeSpan.FromSeconds(Math.Pow(2, pass.Tries + 2) * (1 + (uint)pass.Id.GetHashCode() % 512 / 1024d));
}
