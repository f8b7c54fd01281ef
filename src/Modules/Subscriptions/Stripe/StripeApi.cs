using System.Globalization;
using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Threading.RateLimiting;
using Billing.Web;

namespace Billing.Subscriptions;

/// <summary>Where Stripe is, and as whom we speak to it.</summary>
/// <param name="SecretKey"><c>sk_live_…</c>, <c>sk_test_…</c> or a restricted key.</param>
/// <param name="Address">Where its API is.</param>
internal sealed record StripeAccount(string SecretKey, Uri Address)
{
    public static readonly Uri Usual = new("https://api.stripe.com");

    /// <summary>Whether it is for trying things out, with money that is none.</summary>
    public bool IsTest => SecretKey.Contains("_test_", StringComparison.Ordinal);

    public override string ToString() => Address.Host; // never the key
}

/// <summary>
/// The calls to Stripe that we make, each typed, in one version of its API. Whatever changes something carries an idempotency key of the caller's: the same call
/// with the same key is done once, however often it is sent. What gets no answer, or one that says "later", is tried again under that key.
/// </summary>
internal sealed class StripeApi : IDisposable
{
    /// <summary>The version that the records here are written for; Stripe answers in it whatever the account's own is.</summary>
    public const string Version = "2026-10-28.endive";

    private const int Tries = 4;

    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };
    private readonly HttpClient _http;
    private readonly Patience _patience;
    // Stripe refuses more than 100 requests a second of a live account, and 25 of a test account.
    private readonly TokenBucketRateLimiter _pace;

    /// <param name="perSecond">At most so many requests.</param>
    public StripeApi(OutgoingCalls calls, TimeProvider time, int perSecond = 25)
    {
        _http = calls.Client(new OutgoingLimits(4 * 1024 * 1024, TimeSpan.FromSeconds(30)), TimeProvider.System);
        _pace = new TokenBucketRateLimiter(new() { TokenLimit = perSecond, TokensPerPeriod = perSecond, ReplenishmentPeriod = TimeSpan.FromSeconds(1), QueueLimit = 10_000, QueueProcessingOrder = QueueProcessingOrder.OldestFirst });
        _patience = new Patience(time, Tries, SaysLater);
    }

    /// <summary>Makes somebody who pays.</summary>
    public Task<StripeCustomer> CreateCustomer(StripeAccount account, string name, string? email, IReadOnlyDictionary<string, string> metadata, string key, CancellationToken stop) =>
        Post<StripeCustomer>(account, "customers", new { name, email, metadata }, key, stop);

    public Task<StripeCustomer> FindCustomer(StripeAccount account, string id, CancellationToken stop) => Get<StripeCustomer>(account, $"customers/{id}", null, stop);

    /// <summary>A card of a customer's, and from now on the one that is charged.</summary>
    public async Task<StripePaymentMethod> Attach(StripeAccount account, string method, string customer, string key, CancellationToken stop)
    {
        var attached = await Post<StripePaymentMethod>(account, $"payment_methods/{method}/attach", new { customer }, key, stop);
        await Post<StripeCustomer>(account, $"customers/{customer}", new { invoiceSettings = new { defaultPaymentMethod = attached.Id } }, key + "/default", stop);
        return attached;
    }

    public Task<StripePaymentMethod> FindMethod(StripeAccount account, string id, CancellationToken stop) => Get<StripePaymentMethod>(account, $"payment_methods/{id}", null, stop);

    /// <summary>Takes money from a card while its owner is away.</summary>
    /// <param name="metadata">Among it what the payment is found by when no answer came.</param>
    /// <exception cref="StripeException">The bank said no, or no answer came: see <see cref="StripeException.OutcomeUnknown"/>.</exception>
    public Task<StripeIntent> Charge(StripeAccount account, Money amount, string customer, string method, string description, IReadOnlyDictionary<string, string> metadata, string key, CancellationToken stop) =>
        Post<StripeIntent>(account, "payment_intents", new { amount = amount.ToStripe(), currency = Code(amount), customer, paymentMethod = method, description, metadata, offSession = true, confirm = true }, key, stop);

    public Task<StripeIntent> FindIntent(StripeAccount account, string id, CancellationToken stop) => Get<StripeIntent>(account, $"payment_intents/{id}", null, stop);

    /// <summary>A customer's payments since a moment, newest first. Unlike a search, this list misses nothing that was done before it was asked.</summary>
    public IAsyncEnumerable<StripeIntent> IntentsSince(StripeAccount account, string customer, DateTimeOffset since, CancellationToken stop) =>
        All<StripeIntent>(account, "payment_intents", new { customer, created = new { gte = since } }, one => one.Id, stop);

    public Task<StripeIntent> CancelIntent(StripeAccount account, string id, string key, CancellationToken stop) => Post<StripeIntent>(account, $"payment_intents/{id}/cancel", null, key, stop);

    /// <summary>Asks for a card, to charge it later.</summary>
    public Task<StripeSetup> CreateSetup(StripeAccount account, string customer, IReadOnlyDictionary<string, string> metadata, string key, CancellationToken stop) =>
        Post<StripeSetup>(account, "setup_intents", new { customer, usage = "off_session", metadata }, key, stop);

    public Task<StripeSetup> FindSetup(StripeAccount account, string id, CancellationToken stop) => Get<StripeSetup>(account, $"setup_intents/{id}", null, stop);

    /// <summary>Gives money back.</summary>
    /// <param name="metadata">Among it what it is found by when no answer came.</param>
    public Task<StripeRefund> Refund(StripeAccount account, string intent, Money amount, IReadOnlyDictionary<string, string> metadata, string key, CancellationToken stop) =>
        Post<StripeRefund>(account, "refunds", new { paymentIntent = intent, amount = amount.ToStripe(), metadata }, key, stop);

    public Task<StripeRefund> FindRefund(StripeAccount account, string id, CancellationToken stop) => Get<StripeRefund>(account, $"refunds/{id}", null, stop);

    /// <summary>What was given back of a payment, newest first.</summary>
    public IAsyncEnumerable<StripeRefund> RefundsOf(StripeAccount account, string intent, CancellationToken stop) => All<StripeRefund>(account, "refunds", new { paymentIntent = intent }, one => one.Id, stop);

    /// <summary>A page of Stripe's where somebody leaves a card.</summary>
    public Task<StripeSession> CreateSetupPage(StripeAccount account, string customer, Uri success, Uri cancel, IReadOnlyDictionary<string, string> metadata, string key, CancellationToken stop) =>
        Post<StripeSession>(account, "checkout/sessions", new { mode = "setup", customer, successUrl = success.AbsoluteUri, cancelUrl = cancel.AbsoluteUri, metadata }, key, stop);

    /// <summary>A page of Stripe's where somebody pays an amount.</summary>
    public Task<StripeSession> CreatePaymentPage(StripeAccount account, string customer, Money amount, string name, Uri success, Uri cancel, IReadOnlyDictionary<string, string> metadata, string key, CancellationToken stop) =>
        Post<StripeSession>(account, "checkout/sessions", new
        {
            mode = "payment", customer, successUrl = success.AbsoluteUri, cancelUrl = cancel.AbsoluteUri, metadata, paymentIntentData = new { metadata },
            lineItems = new[] { new { quantity = 1, priceData = new { currency = Code(amount), unitAmount = amount.ToStripe(), productData = new { name } } } },
        }, key, stop);

    public Task<StripeSession> FindPage(StripeAccount account, string id, CancellationToken stop) => Get<StripeSession>(account, $"checkout/sessions/{id}", null, stop);

    /// <summary>A page of Stripe's where somebody changes their card and sees what they paid.</summary>
    public Task<StripeSession> CreatePortal(StripeAccount account, string customer, Uri back, string key, CancellationToken stop) =>
        Post<StripeSession>(account, "billing_portal/sessions", new { customer, returnUrl = back.AbsoluteUri }, key, stop);

    public Task<StripeProduct> CreateProduct(StripeAccount account, string name, IReadOnlyDictionary<string, string> metadata, string key, CancellationToken stop) => Post<StripeProduct>(account, "products", new { name, metadata }, key, stop);

    /// <summary>A price that recurs.</summary>
    /// <param name="interval">day, week, month or year.</param>
    public Task<StripePrice> CreatePrice(StripeAccount account, string product, Money amount, string interval, int count, string key, CancellationToken stop) =>
        Post<StripePrice>(account, "prices", new { product, currency = Code(amount), unitAmount = amount.ToStripe(), recurring = new { interval, intervalCount = count } }, key, stop);

    /// <summary>A subscription that Stripe bills.</summary>
    public Task<StripeSubscription> Subscribe(StripeAccount account, string customer, string price, long quantity, DateTimeOffset? trialEnd, IReadOnlyDictionary<string, string> metadata, string key, CancellationToken stop) =>
        Post<StripeSubscription>(account, "subscriptions", new { customer, items = new[] { new { price, quantity } }, trialEnd, metadata }, key, stop);

    public Task<StripeSubscription> CancelAtPeriodEnd(StripeAccount account, string id, bool cancel, string key, CancellationToken stop) => Post<StripeSubscription>(account, $"subscriptions/{id}", new { cancelAtPeriodEnd = cancel }, key, stop);

    public Task<StripeSubscription> CancelNow(StripeAccount account, string id, CancellationToken stop) => Send<StripeSubscription>(account, HttpMethod.Delete, $"subscriptions/{id}", null, null, stop);

    public Task<StripeInvoice> FindInvoice(StripeAccount account, string id, CancellationToken stop) => Get<StripeInvoice>(account, $"invoices/{id}", null, stop);

    public Task<StripeInvoice> PayInvoice(StripeAccount account, string id, string key, CancellationToken stop) => Post<StripeInvoice>(account, $"invoices/{id}/pay", null, key, stop);

    public Task<StripeInvoice> VoidInvoice(StripeAccount account, string id, string key, CancellationToken stop) => Post<StripeInvoice>(account, $"invoices/{id}/void", null, key, stop);

    public Task<StripeSubscription> FindSubscription(StripeAccount account, string id, CancellationToken stop) => Get<StripeSubscription>(account, $"subscriptions/{id}", null, stop);

    /// <summary>All subscriptions there ever were, newest first.</summary>
    public IAsyncEnumerable<StripeSubscription> Subscriptions(StripeAccount account, CancellationToken stop) => All<StripeSubscription>(account, "subscriptions", new { status = "all" }, one => one.Id, stop);

    /// <summary>All invoices there ever were, newest first.</summary>
    public IAsyncEnumerable<StripeInvoice> Invoices(StripeAccount account, CancellationToken stop) => All<StripeInvoice>(account, "invoices", null, one => one.Id, stop);

    /// <summary>All lines of an invoice.</summary>
    public IAsyncEnumerable<StripeInvoiceLine> LinesOf(StripeAccount account, string invoice, CancellationToken stop) => All<StripeInvoiceLine>(account, $"invoices/{invoice}/lines", null, one => one.Id, stop);

    /// <summary>What paid an invoice, or was to.</summary>
    public IAsyncEnumerable<StripeInvoicePayment> PaymentsOf(StripeAccount account, string invoice, CancellationToken stop) => All<StripeInvoicePayment>(account, "invoice_payments", new { invoice }, one => one.Id, stop);

    /// <summary>The invoice payments that a payment is.</summary>
    public IAsyncEnumerable<StripeInvoicePayment> PaidBy(StripeAccount account, string intent, CancellationToken stop) =>
        All<StripeInvoicePayment>(account, "invoice_payments", new { payment = new { type = "payment_intent", paymentIntent = intent } }, one => one.Id, stop);

    public Task<StripeTaxRate> FindTaxRate(StripeAccount account, string id, CancellationToken stop) => Get<StripeTaxRate>(account, $"tax_rates/{id}", null, stop);

    /// <summary>An object as it is now, as JSON; null when there is none.</summary>
    /// <param name="path">Such as <c>payment_intents/pi_…</c>.</param>
    public async Task<JsonElement?> Now(StripeAccount account, string path, CancellationToken stop)
    {
        try
        {
            return await Get<JsonElement>(account, path, null, stop);
        }
        catch (StripeException problem) when (problem.Missing)
        {
            return null;
        }
    }

    /// <summary>What happened since a moment, of some types, newest first, each as it would have been delivered; Stripe keeps events for 30 days.</summary>
    public IAsyncEnumerable<JsonElement> EventsSince(StripeAccount account, DateTimeOffset since, IReadOnlyList<string> types, CancellationToken stop) => All<JsonElement>(account, "events", new { created = new { gte = since }, types }, one => one.GetProperty("id").GetString()!, stop);

    public void Dispose()
    {
        _http.Dispose();
        _pace.Dispose();
    }

    private static string Code(Money money) => money.Currency.Code.ToLowerInvariant();

    private async IAsyncEnumerable<T> All<T>(StripeAccount account, string path, object? query, Func<T, string> id, [EnumeratorCancellation] CancellationToken stop)
    {
        string? after = null;
        for (; ; )
        {
            var page = await Get<StripePage<T>>(account, path, (query is null ? "" : StripeForm.Of(query) + "&") + StripeForm.Of(new { limit = 100, startingAfter = after }), stop);
            foreach (var one in page.Data) yield return one;
            if (!page.HasMore || page.Data.Count == 0) yield break;
            var last = id(page.Data[^1]);
            if (last == after) throw new StripeException(200, new StripeProblem("api_error", "repeated_cursor", null, "Stripe repeats a page.", null));
            after = last;
        }
    }

    private Task<T> Get<T>(StripeAccount account, string path, string? query, CancellationToken stop) => Send<T>(account, HttpMethod.Get, query is null ? path : $"{path}?{query}", null, null, stop);

    private Task<T> Post<T>(StripeAccount account, string path, object? fields, string key, CancellationToken stop) => Send<T>(account, HttpMethod.Post, path, StripeForm.Of(fields), key, stop);

    private async Task<T> Send<T>(StripeAccount account, HttpMethod method, string path, string? form, string? key, CancellationToken stop)
    {
        HttpResponseMessage answer;
        try
        {
            answer = await _patience.Send(async again =>
            {
                using var pace = await _pace.AcquireAsync(1, again);
                using var request = new HttpRequestMessage(method, new Uri(account.Address, "/v1/" + path));
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", account.SecretKey);
                request.Headers.Add("Stripe-Version", Version);
                if (key is not null) request.Headers.Add("Idempotency-Key", key);
                if (form is not null) request.Content = new StringContent(form, Encoding.UTF8, "application/x-www-form-urlencoded");
                return await _http.SendAsync(request, again);
            }, stop);
        }
        catch (Exception broken) when (broken is HttpRequestException or TimeoutException || (broken is OperationCanceledException && !stop.IsCancellationRequested))
        {
            throw new StripeException(0, null, broken);
        }
        using (answer)
        {
            var said = await answer.Content.ReadAsByteArrayAsync(stop);
            try
            {
                if (answer.IsSuccessStatusCode) return JsonSerializer.Deserialize<T>(said, Json)!;
                throw new StripeException((int)answer.StatusCode, JsonSerializer.Deserialize<StripeFault>(said, Json)?.Error);
            }
            catch (JsonException unreadable)
            {
                // cut in the middle, or somebody else's page: whether it was done is not known
                throw new StripeException(answer.IsSuccessStatusCode ? 0 : (int)answer.StatusCode, null, unreadable);
            }
        }
    }

    private static bool SaysLater(HttpResponseMessage answer) => answer.Headers.TryGetValues("Stripe-Should-Retry", out var should) ? should.FirstOrDefault() == "true" : Patience.SaysLater(answer);
}
