using Billing.Host.Tests.Facilities;
using Billing.Identity;
using Npgsql;

namespace Billing.Host.Tests.Identity;

/// <summary>The nightly job that tidies up after those who signed in: what is due goes, whoever it belongs to, and nothing else.</summary>
public class Sweeping_up : Town
{
    /// <summary>For each table how long a row stays after it ran out, in hours; an hour to either side is written.</summary>
    private const string Rows = """
        insert into identity_sessions (tenant_id, id, person_id, organisation, device, address, started_at, used_at, expires_at)
        select t, gen_random_uuid(), gen_random_uuid(), t, w.word, '203.0.113.1', w.at, w.at, w.at from tenants(array['acme', 'other']) t, sides(365 * 24) w;

        insert into identity_refresh_tokens (tenant_id, hash, session_id, expires_at)
        select s.tenant_id, w.word || s.tenant_id, s.id, w.at from identity_sessions s, sides(24) w where s.device = 'stays' and s.tenant_id in ('acme', 'other');

        insert into identity_links (tenant_id, hash, kind, subject, email, expires_at)
        select t, w.word || t, 'reset', gen_random_uuid(), 'somebody@example.test', w.at from tenants(array['acme', 'other']) t, sides(30 * 24) w;

        insert into identity_throttle (tenant_id, bucket, failures, since)
        select t, w.word, 3, w.at from tenants(array['acme', 'other']) t, sides(24) w;

        insert into identity_throttle (tenant_id, bucket, failures, since)
        select t, 'goes ' || n, 1, timestamptz '2020-01-01' from tenants(array['acme', 'other']) t, generate_series(1, 6000) n;
        """;

    private const string Left = """
        select 'session', tenant_id, device from identity_sessions where tenant_id in ('acme', 'other') union all
        select 'refresh token', tenant_id, split_part(hash, tenant_id, 1) from identity_refresh_tokens where tenant_id in ('acme', 'other') union all
        select 'link', tenant_id, split_part(hash, tenant_id, 1) from identity_links where tenant_id in ('acme', 'other') union all
        select 'throttle', tenant_id, split_part(bucket, ' ', 1) from identity_throttle where tenant_id in ('acme', 'other')
        """;

    [Fact]
    public async Task takes_what_is_due_from_everybody_and_leaves_the_rest()
    {
        var (ann, eve) = (await Owner("acme", "ann@example.test"), await Owner("other", "eve@example.test"));
        Assert.Equal(202, (int)(await Somebody().Post("/api/auth/password/forgot", new { email = "ann@example.test" })).Status);
        var token = await Secret(ResetMail.Name);
        (await LogIn(Somebody(), "eve@example.test", "not her password")).Refused("wrong-credentials", 401);
        await Write();
        Assert.Equal(12_000, int.Parse((await Ask("select count(*) from identity_throttle where bucket like 'goes _%'")).Trim('(', ')'), System.Globalization.CultureInfo.InvariantCulture));
        var ours = await Ask(Ours);

        await Sweep();
        var left = await Ask($"select * from ({Left}) x order by 1, 2, 3");
        Assert.Equal("(link,acme,stays)\n(link,other,stays)\n(\"refresh token\",acme,stays)\n(\"refresh token\",other,stays)\n(session,acme,stays)\n(session,other,stays)\n(throttle,acme,stays)\n(throttle,other,stays)", left);
        Assert.Equal(ours, await Ask(Ours));

        await Sweep(); // again is harmless
        Assert.Equal(left, await Ask($"select * from ({Left}) x order by 1, 2, 3"));
        Assert.Equal(ours, await Ask(Ours));
        foreach (var who in new[] { ann, eve }) who.Keep((await who.Post("/api/auth/refresh", new { refreshToken = who.Refresh })).Ok());
        Assert.Equal(204, (int)(await Somebody().Post("/api/auth/password/reset", new { token, password = "three other words" })).Status);
        Assert.Equal("(0)", await Ask("select count(*) from messages where dead_at is not null"));
    }

    private const string Ours = "select (select count(*) from identity_sessions s where s.tenant_id = 'billing-people') s, (select count(*) from identity_refresh_tokens r where r.tenant_id = 'billing-people') r, (select count(*) from identity_links l where l.tenant_id = 'billing-people') l, (select count(*) from identity_throttle h where h.tenant_id = 'billing-people') h";

    private async Task Write()
    {
        await using var connection = await Connect();
        await using var write = new NpgsqlCommand("""
            create function pg_temp.tenants(t text[]) returns setof text language sql as 'select unnest(t)';
            create function pg_temp.sides(hours int) returns table (word text, at timestamptz) language sql as
                $$ select 'goes', now() - hours * interval '1 hour' - interval '1 hour' union all select 'stays', now() - hours * interval '1 hour' + interval '1 hour' $$;

            """ + Rows.Replace("tenants(", "pg_temp.tenants(", StringComparison.Ordinal).Replace("sides(", "pg_temp.sides(", StringComparison.Ordinal), connection);
        await write.ExecuteNonQueryAsync(Stop);
    }

    private async Task Sweep()
    {
        await RunJob("identity.sweep");
        await Until("the sweep is done", async () => await Ask("select count(*) from messages where type = 'identity.sweep' and handled_at is null and dead_at is null and due < '2001-01-01Z'") is "(0)" ? "done" : null);
    }
}
