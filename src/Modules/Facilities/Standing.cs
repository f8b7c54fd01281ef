namespace Billing.Facilities;

/// <summary>Whether something is in use, put away, or taken back.</summary>
internal enum Standing
{
    /// <summary>In use.</summary>
    Active,

    /// <summary>Put away; its history stays and it can be restored.</summary>
    Archived,

    /// <summary>Taken back before anything was recorded of it, or with the import that made it.</summary>
    Withdrawn,
}
