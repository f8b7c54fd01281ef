using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using Billing.Testing;

namespace Billing.Bench;

/// <summary>The list of 100,000 invoices, over HTTP: first rows, filters and orders, and the whole list as a file.</summary>
internal sealed class Listing(Scratch scratch, Options options)
{
    private const int Port = 5295;
    private const int Invoices = 100_000;
    private const int Clients = 500;

    /// <summary>What somebody asks for.</summary>
    private static readonly string[] Wishes =
    [
        "status=overdue", "status=draft", "status=paid&status=open", "overdue=false", "from=2027-03-01&to=2027-03-31", "search=INV-07", "search=Client%20004", "search=nothing%20of%20the%20kind", "currency=EUR",
        "minTotal=900&maxTotal=905", "sort=client", "sort=-total", "sort=-outstanding,dueDate", "sort=number", "status=overdue&search=Client%2001&sort=-total&minTotal=100",
    ];

    public async IAsyncEnumerable<Figure> Run()
    {
        await using var database = await scratch.Create("listing");
        await using var product = await scratch.Serve("listing", Port);
        await Owner.SignIn(product.Http);
        for (var n = 0; n < Clients; n++)
            using (var added = await product.Http.PostAsJsonAsync(new Uri("/api/clients", UriKind.Relative), new { name = $"Client {n:0000}", emails = new[] { $"bills{n}@example.test" } })) added.EnsureSuccessStatusCode();
        await Bed.Execute(database, Rows);

        var asked = 0;
        async Task<double> Ask(string wish)
        {
            var begun = Stopwatch.GetTimestamp();
            using var answer = await product.Http.GetAsync(new Uri(string.Create(CultureInfo.InvariantCulture, $"/api/invoices?limit=50&{wish}&asked={++asked}"), UriKind.Relative));
            await answer.Content.ReadAsByteArrayAsync();
            if (!answer.IsSuccessStatusCode) throw new InvalidOperationException($"{wish} was answered {(int)answer.StatusCode}.");
            return Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
        }

        foreach (var wish in Wishes) await Ask(wish); // warms up
        var first = new List<double>();
        for (var turn = 0; turn < options.Turns * 3; turn++) first.Add(await Ask(""));
        yield return new Figure("listing", "first 50 of 100,000 invoices, with count, totals and views", "ms", Score.Of("first rows", first)) { Bar = 300 };
        var each = new List<(string Wish, double Took)>();
        foreach (var wish in Wishes)
        {
            var took = new List<double>();
            for (var turn = 0; turn < options.Turns; turn++) took.Add(await Ask(wish));
            each.Add((wish, took.Order().ElementAt(took.Count / 2)));
        }
        var slowest = each.MaxBy(one => one.Took);
        yield return new Figure("listing", $"the slowest of {Wishes.Length} filters and orders: {slowest.Wish}", "ms", Score.Of("slowest", slowest.Took)) { Beside = [Score.Of("median of all", each.Select(one => one.Took))], Bar = 300 };

        foreach (var format in new[] { "csv", "xlsx" })
        {
            var (seconds, lines, grown) = await Export(product, format);
            yield return new Figure("listing", $"all of them as {format.ToUpperInvariant()}{(lines > 0 ? string.Create(CultureInfo.InvariantCulture, $" ({lines:N0} lines)") : "")}", "s", Score.Of(format, seconds)) { Bar = 10 };
            yield return new Figure("listing", $"memory that the product's process gains meanwhile, {format.ToUpperInvariant()}", "MB", Score.Of("gained", grown));
        }
    }

    private static async Task<(double Seconds, int Lines, double Grown)> Export(Served product, string format)
    {
        var (before, most, lines) = (product.ResidentMegabytes, 0.0, 0);
        var begun = Stopwatch.GetTimestamp();
        using var answer = await product.Http.GetAsync(new Uri($"/api/invoices/export?format={format}", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
        answer.EnsureSuccessStatusCode();
        await using var body = await answer.Content.ReadAsStreamAsync();
        var buffer = new byte[256 * 1024];
        for (int read, chunk = 0; (read = await body.ReadAsync(buffer)) > 0; chunk++)
        {
            if (format == "csv") lines += buffer.AsSpan(0, read).Count((byte)'\n');
            if (chunk % 16 == 0) most = Math.Max(most, product.ResidentMegabytes);
        }
        return (Stopwatch.GetElapsedTime(begun).TotalSeconds, lines, Math.Max(0, most - before));
    }

    /// <summary>Rows as the projection writes them, of all states, over three years and three currencies.</summary>
    private static readonly string Rows = $"""
        with clients as (select tenant_id, id, row_number() over (order by name) - 1 as n from invoicing_clients),
        made as (
            select c.tenant_id, gen_random_uuid() as id, c.id as client_id, (array['USD', 'EUR', 'INR'])[1 + g % 3] as currency, g,
                   case when g % 50 = 0 then 'draft' when g % 61 = 0 then 'voided' when g % 97 = 0 then 'given_up' else 'issued' end as standing,
                   date '2026-01-01' + (g / 95) as day, (g * 7919 % 200000) / 100.0 + 1 as total, case when g % 9 in (0, 1) then 0 when g % 9 = 2 then 0.5 else 1 end as part
            from generate_series(1, {Invoices}) g join clients c on c.n = g % {Clients})
        insert into invoicing_invoices (tenant_id, id, client_id, currency, standing, number, issue_date, due_date, subtotal, discount, tax, total, paid, credited, outstanding, version, edited_at, edited_by)
        select tenant_id, id, client_id, currency, standing, case when standing <> 'draft' then 'INV-' || lpad(g::text, 6, '0') end, case when standing <> 'draft' then day end, case when standing <> 'draft' then day + 30 end,
               total, 0, 0, total, case when standing = 'issued' then round(total * part, 2) else 0 end, 0, case when standing = 'issued' then total - round(total * part, 2) when standing = 'given_up' then total else 0 end, 3, now(), 'Test Owner'
        from made;
        analyze;
        """;
}
