using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.Metadata;

namespace Billing.Web;

/// <summary>How many bytes a body may have.</summary>
public static class BodyLimit
{
    /// <summary>Of every request that says nothing else: 1 MiB.</summary>
    public const long Normal = 1 << 20;

    /// <summary>Of an import: 20 MiB.</summary>
    public const long Import = 20 << 20;

    /// <summary>Lets an endpoint take a file of up to <see cref="Import"/> bytes.</summary>
    public static TBuilder TakesFiles<TBuilder>(this TBuilder endpoint) where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new Limit(Import));

    /// <summary>Of an organisation that is taken in: 4 GiB, which its endpoint writes to disk as they come.</summary>
    public const long Parcel = 4L << 30;

    /// <summary>Lets an endpoint take a file of up to <see cref="Parcel"/> bytes. It reads the body itself, page by page.</summary>
    public static TBuilder TakesParcels<TBuilder>(this TBuilder endpoint) where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new Limit(Parcel));

    private sealed record Limit(long Bytes) : IRequestSizeLimitMetadata
    {
        public long? MaxRequestBodySize => Bytes;
    }
}
