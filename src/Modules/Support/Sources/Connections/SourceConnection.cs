using System.Text.Json.Serialization;
using Billing.EventStore;

namespace Billing.Support;

/// <summary>A connection with a system outside.</summary>
[JsonConverter(typeof(TypedIdConverter<ConnectionId>))]
internal readonly record struct ConnectionId(Guid Value) : ITypedId<ConnectionId>
{
    public static ConnectionId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out ConnectionId id) => TypedId.TryParse(text, out id);

    public override string ToString() => Value.ToString();
}

/// <summary>What kind of system is outside.</summary>
internal enum SourceKind
{
    /// <summary>A help desk: tickets become requests.</summary>
    Fluent,

    /// <summary>A CRM: its projects and sites become ours.</summary>
    Twenty,
}

/// <summary>Somebody outside and the client here that they are.</summary>
/// <param name="Outside">Of Fluent Support a customer's number, address of mail, or its domain with an at sign before it; of Twenty a company's or a site's id.</param>
/// <param name="ClientId">The client.</param>
internal sealed record SourceClient(string Outside, Guid ClientId);

/// <summary>A product outside and the category of requests that it means.</summary>
/// <param name="Outside">Its title.</param>
/// <param name="Category">By its code.</param>
internal sealed record SourceCategory(string Outside, string Category);

/// <summary>A word of priority outside and what it means here.</summary>
/// <param name="Outside">The word.</param>
/// <param name="Urgency">How pressing that is.</param>
internal sealed record SourceUrgency(string Outside, Urgency Urgency);

/// <summary>What things outside mean here.</summary>
/// <param name="ClientId">The client of everybody who is not named; missing: what is theirs is not taken.</param>
/// <param name="Clients">Who is who.</param>
/// <param name="Categories">Products that are not called as a category is.</param>
/// <param name="Urgencies">Words of priority besides normal, medium and critical.</param>
internal sealed record SourceMeanings(Guid? ClientId, ValueList<SourceClient> Clients, ValueList<SourceCategory> Categories, ValueList<SourceUrgency> Urgencies)
{
    public static SourceMeanings None { get; } = new(null, [], [], []);
}

/// <summary>What is read of a system outside.</summary>
/// <param name="Mailbox">Of Fluent Support: only tickets of this one; missing: of all.</param>
/// <param name="Projects">Of Twenty: the plural of the object that projects are; empty: none are read.</param>
/// <param name="Sites">Of Twenty: the same of sites.</param>
/// <param name="TimeZone">Where its days begin; empty: as a site says itself, and of Twenty where the organisation is.</param>
internal sealed record SourceScope(long? Mailbox, string Projects, string Sites, string TimeZone);

/// <summary>Something that happened to a connection.</summary>
internal abstract record SourceConnectionEvent;

/// <summary>A system outside is read from now on. The credential is in no event.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">As people call it.</param>
/// <param name="Address">Where it is.</param>
/// <param name="User">As whom it is asked, where it asks for a name; else empty.</param>
[Event("support.source_connected")]
internal sealed record SourceConnected(SourceKind Kind, string Name, string Address, string User) : SourceConnectionEvent;

/// <summary>The connection is called otherwise.</summary>
/// <param name="Name">As people call it from now on.</param>
[Event("support.source_renamed")]
internal sealed record SourceRenamed(string Name) : SourceConnectionEvent;

/// <summary>The system is somewhere else, or is asked as somebody else.</summary>
/// <param name="Address">Where it is.</param>
/// <param name="User">As whom it is asked; empty where it asks for no name.</param>
[Event("support.source_moved")]
internal sealed record SourceMoved(string Address, string User) : SourceConnectionEvent;

/// <summary>A credential for it is kept, sealed. The system took it when it was tried.</summary>
/// <param name="Shown">As much of it as may be shown.</param>
[Event("support.source_credential_kept")]
internal sealed record SourceCredentialKept(string Shown) : SourceConnectionEvent;

/// <summary>The system does not let us in any more; nobody asks there until another credential is kept.</summary>
/// <param name="Code">Why, such as source-credential-rejected or source-not-an-agent.</param>
[Event("support.source_shut")]
internal sealed record SourceShut(string Code) : SourceConnectionEvent;

/// <summary>What is read of it.</summary>
/// <param name="Scope">Which part.</param>
[Event("support.source_scope_chosen")]
internal sealed record SourceScopeChosen(SourceScope Scope) : SourceConnectionEvent;

/// <summary>What things there mean here. What was read stays until it is read again.</summary>
/// <param name="Meanings">Who is who, and what is what.</param>
[Event("support.source_meanings_agreed")]
internal sealed record SourceMeaningsAgreed(SourceMeanings Meanings) : SourceConnectionEvent;

/// <summary>How often it is read.</summary>
/// <param name="EveryMinutes">Once in so many minutes.</param>
[Event("support.source_paced")]
internal sealed record SourcePaced(int EveryMinutes) : SourceConnectionEvent;

/// <summary>It may nudge us, by a secret of which a sealed copy is kept.</summary>
[Event("support.source_nudging_agreed")]
internal sealed record SourceNudgingAgreed : SourceConnectionEvent;

/// <summary>It is not read until somebody resumes it.</summary>
[Event("support.source_paused")]
internal sealed record SourcePaused : SourceConnectionEvent;

/// <summary>It is read again.</summary>
[Event("support.source_resumed")]
internal sealed record SourceResumed : SourceConnectionEvent;

/// <summary>It is read no longer, and its credential is dropped; what was read of it stays.</summary>
[Event("support.source_disconnected")]
internal sealed record SourceDisconnected : SourceConnectionEvent;

/// <summary>A connection with a system outside.</summary>
/// <param name="Shut">Why nobody asks there: the code of what it said last; empty: it lets us in.</param>
internal sealed record SourceConnection(
    SourceKind Kind, string Name, string Address, string User, string Shown, string Shut, SourceScope Scope, SourceMeanings Meanings, int EveryMinutes, bool Nudges, bool IsPaused, bool IsDisconnected) : IAggregate<SourceConnection>
{
    /// <summary>How often it is read unless somebody says otherwise.</summary>
    public const int UsualMinutes = 15;

    public static string Alias => "support.connection";

    public static SourceConnection Initial { get; } = new(SourceKind.Fluent, "", "", "", "", "", new(null, "", "", ""), SourceMeanings.None, UsualMinutes, false, false, false);

    /// <summary>Whether anybody asks there.</summary>
    public bool IsRead => Shown.Length > 0 && Shut.Length == 0 && !IsPaused && !IsDisconnected;

    public SourceConnection Apply(object happened) => happened switch
    {
        SourceConnected e => this with { Kind = e.Kind, Name = e.Name, Address = e.Address, User = e.User },
        SourceRenamed e => this with { Name = e.Name },
        SourceMoved e => this with { Address = e.Address, User = e.User },
        SourceCredentialKept e => this with { Shown = e.Shown, Shut = "" },
        SourceShut e => this with { Shut = e.Code },
        SourceScopeChosen e => this with { Scope = e.Scope },
        SourceMeaningsAgreed e => this with { Meanings = e.Meanings },
        SourcePaced e => this with { EveryMinutes = e.EveryMinutes },
        SourceNudgingAgreed => this with { Nudges = true },
        SourcePaused => this with { IsPaused = true },
        SourceResumed => this with { IsPaused = false },
        SourceDisconnected => this with { IsDisconnected = true, Shown = "", Nudges = false },
        _ => throw new UnknownEventException(nameof(SourceConnection), happened),
    };
}

/// <summary>A connection as lists and jobs read it; the whole of it is in its stream.</summary>
/// <param name="Read">Whether it lets us in.</param>
internal sealed record SourceConnectionRow(Guid Id, string Kind, string Name, string Address, string TimeZone, int EveryMinutes, bool Read, bool Paused, bool Disconnected, long Version);

internal sealed class SourceConnectionRows : Projection<SourceConnectionRow>
{
    public SourceConnectionRows() : base("support.connections", new RowTable<SourceConnectionRow>("support_connections"), Lifecycle.Inline, inlineStream: SourceConnection.Alias)
    {
        CoversAll<SourceConnectionEvent>();
        Uses<SourceConnected>((_, e, at) => new SourceConnectionRow(at.StreamId, Words.Of(e.Kind), e.Name, e.Address, "", SourceConnection.UsualMinutes, false, false, false, at.Version));
        Uses<SourceRenamed>((row, e, at) => row! with { Name = e.Name, Version = at.Version });
        Uses<SourceMoved>((row, e, at) => row! with { Address = e.Address, Version = at.Version });
        Uses<SourceCredentialKept>((row, _, at) => row! with { Read = true, Version = at.Version });
        Uses<SourceShut>((row, _, at) => row! with { Read = false, Version = at.Version });
        Uses<SourceScopeChosen>((row, e, at) => row! with { TimeZone = e.Scope.TimeZone, Version = at.Version });
        Uses<SourceMeaningsAgreed>((row, _, at) => row! with { Version = at.Version });
        Uses<SourcePaced>((row, e, at) => row! with { EveryMinutes = e.EveryMinutes, Version = at.Version });
        Uses<SourceNudgingAgreed>((row, _, at) => row! with { Version = at.Version });
        Uses<SourcePaused>((row, _, at) => row! with { Paused = true, Version = at.Version });
        Uses<SourceResumed>((row, _, at) => row! with { Paused = false, Version = at.Version });
        Uses<SourceDisconnected>((row, _, at) => row! with { Disconnected = true, Read = false, Version = at.Version });
    }
}
