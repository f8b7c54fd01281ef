using System.Collections.Concurrent;
using System.Net.Http.Headers;
using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Hosting.Server;

namespace Billing.Host.Sample;

/// <summary>A play that runs, or ran last.</summary>
/// <param name="until">The day at which it ends.</param>
internal sealed class SamplePlay(DateOnly until)
{
    public DateOnly Until => until;

    /// <summary>The day that is played.</summary>
    public DateOnly? Reached { get; set; }

    /// <summary>Why it ended before its end; null: it did not.</summary>
    public string? Trouble { get; set; }

    /// <summary>What the product refused.</summary>
    public IReadOnlyList<string> Refused { get; set; } = [];

    public bool Over { get; set; }
}

/// <summary>Where made-up companies are played, one play at a time for each, by this process; what was played is in the log, how far it is only here.</summary>
internal sealed partial class SampleStage(IServer server, PublicAddress address, IHostApplicationLifetime life, TimeProvider time, ILogger<SampleStage> log)
{
    private readonly ConcurrentDictionary<TenantId, SamplePlay> _plays = [];

    /// <summary>The play that runs or ran last; null: none since this process began.</summary>
    public SamplePlay? Of(TenantId company) => _plays.GetValueOrDefault(company);

    /// <summary>Begins a play; while one runs, that one goes on instead.</summary>
    /// <param name="company">Which.</param>
    /// <param name="signIn">Under which everything in it is done.</param>
    /// <param name="until">The day at which it ends.</param>
    public SamplePlay Begin(TenantId company, AuthenticationHeaderValue? signIn, DateOnly until)
    {
        var play = new SamplePlay(until);
        if (_plays.AddOrUpdate(company, play, (_, before) => before.Over ? play : before) == play) _ = Task.Run(() => Run(company, play, signIn, life.ApplicationStopping));
        return _plays[company];
    }

    private async Task Run(TenantId company, SamplePlay play, AuthenticationHeaderValue? signIn, CancellationToken stop)
    {
        using var http = new HttpClient { BaseAddress = new PublicAddress(null, server).Root };
        if (address.IsGiven) http.DefaultRequestHeaders.Host = address.Root.Authority;
        var api = new SampleApi(http, signIn);
        try
        {
            await new SampleCompany(api, time).Play(play.Until, day => (play.Reached, play.Refused) = (day, api.Refused), stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            play.Trouble = "The product was stopped. Let it go on.";
        }
        catch (SignedOutException out_)
        {
            play.Trouble = out_.Message;
        }
        catch (Exception broken) when (broken is HttpRequestException or OperationCanceledException or System.Text.Json.JsonException or KeyNotFoundException or InvalidOperationException)
        {
            play.Trouble = "It broke off; the log says why. Let it go on.";
            Broke(log, broken, company.Value);
        }
        finally
        {
            play.Refused = api.Refused;
            play.Over = true;
            foreach (var refused in api.Refused) Was(log, refused);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The play of {Company} broke off")]
    private static partial void Broke(ILogger log, Exception why, string company);

    [LoggerMessage(Level = LogLevel.Information, Message = "In a made-up company was refused: {Act}")]
    private static partial void Was(ILogger log, string act);
}
