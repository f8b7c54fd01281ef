using Billing.EventStore;

namespace Billing.AiCosts;

/// <summary>Some time after somebody was forgotten, all names are held against those that are forgotten.</summary>
internal sealed record AiNamesLookedOver;

/// <summary>A reading that had its page before somebody was forgotten may write it afterwards: whoever is named again is forgotten again.</summary>
internal sealed class When_names_are_looked_over(AiOblivion oblivion) : MessageHandler<AiNamesLookedOver>(Message)
{
    public const string Message = "aicosts.names_looked_over";

    private const string NamedSql = "select distinct person from ai_usage where tenant_id = $1 and position('@' in person) > 0";

    /// <summary>Longer than a reading keeps a page in its hands.</summary>
    private static readonly TimeSpan Later = TimeSpan.FromMinutes(15);

    /// <summary>Nobody is named in it.</summary>
    public static async Task Ask(Session session)
    {
        var work = session.Begin();
        work.Send(Message, new AiNamesLookedOver(), work.At + Later);
        await work.Commit();
    }

    public override async Task Handle(Message<AiNamesLookedOver> message, Work work, CancellationToken stop)
    {
        var session = work.Session.InEverybodysTime;
        var forgotten = await AiForgotten.Of(session, stop);
        var named = await session.Read(NamedSql, [], async row =>
        {
            var names = new List<string>();
            while (await row.ReadAsync(stop)) names.Add(row.GetString(0));
            return names;
        }, stop);
        foreach (var name in named.Where(name => forgotten.StandIn(name) is not null)) await oblivion.Forget(session, [name]);
    }
}
