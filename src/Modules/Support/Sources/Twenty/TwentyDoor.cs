namespace Billing.Support;

/// <summary>Where a workspace of Twenty is, and as whom it is asked.</summary>
/// <param name="Server">Its address, without a slash behind.</param>
/// <param name="Key">An API key of the workspace.</param>
internal sealed record TwentyDoor(Uri Server, string Key)
{
    /// <summary>An address of its API.</summary>
    public Uri At(string path) => new(Server.AbsoluteUri.TrimEnd('/') + path);

    public override string ToString() => Server.Host; // never the key
}

/// <summary>What a workspace calls the things that are read of it: each workspace has a schema of its own.</summary>
/// <param name="Projects">The plural of the object that projects are.</param>
/// <param name="Sites">The plural of the object that sites are; <c>websites</c> in some workspaces.</param>
internal sealed record TwentyNames(string Projects = "projects", string Sites = "websiteProperties");

/// <summary>Records of one object that are asked for.</summary>
/// <param name="Plural">The object.</param>
/// <param name="Since">Changed at this moment or later; null: all.</param>
/// <param name="Deleted">Those that were put into the bin since then, which no list has unless it is asked so; else those that were not.</param>
internal sealed record TwentyQuestion(string Plural, DateTimeOffset? Since = null, bool Deleted = false);
