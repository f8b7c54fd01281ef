namespace Billing.Web;

/// <summary>What somebody is in an organisation. Each role may everything that the ones below it may.</summary>
public enum Role
{
    /// <summary>Looks.</summary>
    Viewer = 1,

    /// <summary>Does the daily work.</summary>
    Member = 2,

    /// <summary>Arranges how the work is done: groups, plans, prices, settings of the modules.</summary>
    Manager = 3,

    /// <summary>Looks after people, keys and the organisation.</summary>
    Admin = 4,

    /// <summary>Whose organisation it is; there is always one.</summary>
    Owner = 5,
}
