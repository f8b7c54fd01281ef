namespace Billing.Identity.Contracts;

/// <summary>Organisations as files, for whoever runs the product: each is an archive in which all that an organisation recorded is, as it was at one moment.</summary>
public interface IParcels
{
    /// <summary>Packs an organisation.</summary>
    /// <param name="organisation">Its key.</param>
    /// <param name="to">An empty file, to be read as well as written.</param>
    /// <param name="done">Told how much is done, 0 to 1.</param>
    /// <param name="stop">Gives up.</param>
    Task<Result<PackedOrganisation>> Pack(TenantId organisation, Stream to, Action<double> done, CancellationToken stop);

    /// <summary>Takes one in as a new organisation, in which every read model is what it was; else nothing is taken in. Doing it again, after whatever broke, goes on.</summary>
    /// <param name="file">The archive; it is read more than once.</param>
    /// <param name="owner">The mail address of somebody who signs in here: it belongs to them.</param>
    /// <param name="slug">What it is to be called in addresses; null: as it was.</param>
    /// <param name="report">Told the stage and how much of it is done, 0 to 1.</param>
    /// <param name="stop">Gives up.</param>
    Task<Result<ArrivedOrganisation>> TakeIn(Stream file, string owner, string? slug, Action<string, double> report, CancellationToken stop);
}

/// <summary>An organisation that was packed.</summary>
/// <param name="Organisation">Its key.</param>
/// <param name="TakenOutAt">The moment that all of it is of, UTC.</param>
/// <param name="Position">The number of its last event in the log.</param>
/// <param name="Events">How many events are in the archive.</param>
/// <param name="Files">What is in it beside the manifest and the seal.</param>
public sealed record PackedOrganisation(string Organisation, DateTimeOffset TakenOutAt, long Position, long Events, IReadOnlyList<PackedFile> Files);

/// <summary>A file in the archive.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Lines">How many line ends it has.</param>
/// <param name="Bytes">How many.</param>
/// <param name="Sha256">Of them, in hexadecimal.</param>
public sealed record PackedFile(string Name, long Lines, long Bytes, string Sha256);

/// <summary>An organisation that was taken in.</summary>
/// <param name="Organisation">Its key here.</param>
/// <param name="Slug">Its name in addresses.</param>
/// <param name="Name">As shown.</param>
/// <param name="Events">How many were taken over.</param>
/// <param name="Lines">How many lines of what lies beside them.</param>
/// <param name="ReadModels">How many read models are the same, row by row.</param>
/// <param name="Rows">How many lines they have.</param>
/// <param name="People">Mail addresses of who belonged to it, to be invited.</param>
public sealed record ArrivedOrganisation(string Organisation, string Slug, string Name, long Events, long Lines, int ReadModels, long Rows, IReadOnlyList<string> People);
