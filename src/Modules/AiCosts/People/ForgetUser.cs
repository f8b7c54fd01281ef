using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.AiCosts;

/// <summary>Somebody whom providers tell of, and who has never signed in here, is to be forgotten; who has is let go of with all else.</summary>
/// <param name="Address">Their mail address, as providers tell it.</param>
internal sealed record ForgetUser(string Address)
{
    private const int Longest = 320;

    private static readonly Refusal AddressWrong = new("ai-user-address-wrong", "Write the mail address under which providers tell of them, such as ada@example.test.");

    public override string ToString() => nameof(ForgetUser); // never the address

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapPost("/api/ai/users/forget", async (ForgetUser command, Session session, AiOblivion oblivion, CommandEdge edge) =>
        {
            if (command.Address.Length > Longest || command.Address.Trim().Split('@') is not [{ Length: > 0 }, { Length: > 0 }]) return (IResult)edge.Refused(AddressWrong);
            await oblivion.Forget(session, [command.Address]);
            return TypedResults.NoContent();
        })
        .Produces(204).Requires(Permission.ArrangeAiCosts).WithMetadata(new KeepsNoAnswer()).WithSummary("Forget somebody whom providers of AI services tell of: the address is gone for good, what was used stays");
}
