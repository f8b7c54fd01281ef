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

    private sealed record Limit(long Bytes) : IRequestSizeLimitMetadata
    {
        public long? MaxRequestBodySize => Bytes;
    }
}
