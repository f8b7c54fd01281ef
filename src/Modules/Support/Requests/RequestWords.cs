namespace Billing.Support;

/// <summary>How pressing a request is; it says at which rate its hours are billed.</summary>
internal enum Urgency
{
    /// <summary>At a promotional rate.</summary>
    Promotion,

    /// <summary>Standard, p3.</summary>
    Low,

    /// <summary>On the same day, p2.</summary>
    Medium,

    /// <summary>An emergency, p1.</summary>
    High,
}

/// <summary>How much work a request is, roughly.</summary>
internal enum Effort
{
    /// <summary>A quarter of an hour.</summary>
    Small,

    /// <summary>Half an hour.</summary>
    Medium,

    /// <summary>An hour.</summary>
    Large,
}

/// <summary>How a request came in.</summary>
internal enum RequestSource
{
    /// <summary>A text message.</summary>
    Sms,

    /// <summary>A ticket that somebody wrote down.</summary>
    Ticket,

    /// <summary>A mail.</summary>
    Email,

    /// <summary>A call.</summary>
    Phone,

    /// <summary>A ticket of Fluent Support.</summary>
    Fluent,

    /// <summary>A record of Twenty.</summary>
    Twenty,
}

/// <summary>Whether a request counts.</summary>
internal enum RequestStatus
{
    /// <summary>It counts.</summary>
    Active,

    /// <summary>It is put away.</summary>
    Archived,

    /// <summary>It never was one.</summary>
    Ignored,
}

/// <summary>Who says so. What a person says stays, whatever the system that a request came from says later.</summary>
internal enum ToldBy
{
    /// <summary>Somebody here, or a program of theirs.</summary>
    Person,

    /// <summary>The system that the request came from.</summary>
    Source,
}

/// <summary>The fields of a request that both a person and the system it came from may say.</summary>
[Flags]
internal enum RequestFields
{
    /// <summary>None of them.</summary>
    None = 0,

    /// <summary>The client.</summary>
    Client = 1,

    /// <summary>When it was resolved.</summary>
    Resolved = 2,

    /// <summary>What kind it is.</summary>
    Type = 4,

    /// <summary>Its category.</summary>
    Category = 8,

    /// <summary>Its description.</summary>
    Description = 16,

    /// <summary>How pressing it is.</summary>
    Urgency = 32,

    /// <summary>How much work it is.</summary>
    Effort = 64,

    /// <summary>Its hours.</summary>
    Hours = 128,

    /// <summary>Its web address.</summary>
    WebAddress = 256,

    /// <summary>Whether it counts.</summary>
    Status = 512,
}
