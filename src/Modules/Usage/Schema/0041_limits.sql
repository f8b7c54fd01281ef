-- Limits that were set for a subject by itself, and what was told of limits. Rows follow from events alone; a rebuild makes the same.

create table usage_subject_limits (
    tenant_id varchar not null,
    id        uuid    not null,                        -- see SubjectLimits.Id
    subject   varchar not null,
    limits    jsonb   not null,
    version   bigint  not null,
    constraint pk_usage_subject_limits primary key (tenant_id, id)
);
select wall_in('usage_subject_limits');

create table usage_limit_alerts (
    tenant_id   varchar     not null,
    id          uuid        not null,                  -- subject, limit, period and threshold as a hash: each is told once
    subject     varchar     not null,
    code        varchar     not null,
    meter       varchar     not null,
    most        numeric     not null,
    kind        varchar     not null,
    threshold   integer     not null,
    used        varchar     not null,
    period_from date        not null,
    through     date        not null,
    at          timestamptz not null,
    version     bigint      not null,
    constraint pk_usage_limit_alerts primary key (tenant_id, id)
);
create index usage_limit_alerts_by_time on usage_limit_alerts (tenant_id, at desc, id);
select wall_in('usage_limit_alerts');

-- Which events would go beyond a hard limit, one after the other in the order in which they were sent. The limits are locked until the transaction ends: who takes in
-- for the same meter and subject at the same time waits here, and then reads what the other has taken. Locks come before keys, in one order, so that nobody waits in a circle.
-- An event whose key is there already is no more usage, and goes beyond nothing. The rule of a limit's meter says what an event adds: a count one, a sum its value, a
-- unique count one for each item that is new; a maximum and a latest value are beyond when the value is. What cannot be told event by event (averages, levels over time) is never beyond.
create function usage_over_limits(
    tenant integer, keys uuid[], vals numeric[], items uuid[], pair_event integer[], pair_limit integer[],
    meters uuid[], subjects uuid[], froms timestamptz[], tos timestamptz[], mosts numeric[], rules varchar[]) returns table (over_key uuid, limit_no integer)
language plpgsql volatile set search_path from current as $$
declare
    used numeric[];
    fresh uuid[] := '{}';
    wanted record;
    p integer := 1;
    first integer;
    l integer;
    plus numeric;
    over integer;
begin
    for wanted in select distinct w.m, w.s from unnest(meters, subjects) as w(m, s) order by 1, 2 loop
        perform pg_advisory_xact_lock(hashtextextended(tenant || '/' || wanted.m || '/' || wanted.s, 7));
    end loop;
    for i in 1 .. cardinality(meters) loop
        if rules[i] in ('count', 'sum') then
            used[i] := (select coalesce(sum(case rules[i] when 'count' then x.count else x.sum end), 0) from (
                select h.count, h.sum from usage_hours h where h.tenant_no = tenant and h.meter_id = meters[i] and h.subject_id = subjects[i]
                  and h.hour >= froms[i] and h.hour + interval '1 hour' <= tos[i]
                union all
                select 1, e.value from usage_events e where e.tenant_no = tenant and e.meter_id = meters[i] and e.subject_id = subjects[i] and e.counted and not e.withdrawn
                  and date_trunc('hour', froms[i], 'UTC') < froms[i] and e.at >= froms[i] and e.at < date_trunc('hour', froms[i], 'UTC') + interval '1 hour'
                union all
                select 1, e.value from usage_events e where e.tenant_no = tenant and e.meter_id = meters[i] and e.subject_id = subjects[i] and e.counted and not e.withdrawn
                  and date_trunc('hour', tos[i], 'UTC') < tos[i] and e.at >= date_trunc('hour', tos[i], 'UTC') and e.at < tos[i]) x);
        elsif rules[i] = 'uniqueCount' then
            used[i] := (select count(distinct h.item) from usage_items h where h.tenant_no = tenant and h.meter_id = meters[i] and h.subject_id = subjects[i]
                and h.hour >= date_trunc('hour', froms[i], 'UTC') and h.hour < tos[i]);
        else
            used[i] := 0;
        end if;
    end loop;
    for e in 1 .. cardinality(keys) loop
        first := p;
        over := null;
        if exists (select from usage_keys k where k.tenant_no = tenant and k.key = keys[e]) then
            while p <= cardinality(pair_event) and pair_event[p] = e loop p := p + 1; end loop;
            continue;
        end if;
        while p <= cardinality(pair_event) and pair_event[p] = e loop
            l := pair_limit[p];
            plus := case rules[l] when 'count' then 1 when 'sum' then vals[e] when 'uniqueCount' then
                case when items[e] = any (fresh) or exists (select from usage_items h where h.tenant_no = tenant and h.meter_id = meters[l] and h.subject_id = subjects[l]
                    and h.hour >= date_trunc('hour', froms[l], 'UTC') and h.hour < tos[l] and h.item = items[e]) then 0 else 1 end
                when 'max' then vals[e] when 'latest' then vals[e] else 0 end;
            if plus > 0 and used[l] + plus > mosts[l] then over := l; end if;
            p := p + 1;
        end loop;
        if over is not null then
            over_key := keys[e];
            limit_no := over;
            return next;
            continue;
        end if;
        for q in first .. p - 1 loop
            l := pair_limit[q];
            if rules[l] = 'count' then used[l] := used[l] + 1;
            elsif rules[l] = 'sum' then used[l] := used[l] + vals[e];
            elsif rules[l] = 'uniqueCount' and not items[e] = any (fresh) and not exists (select from usage_items h where h.tenant_no = tenant and h.meter_id = meters[l] and h.subject_id = subjects[l]
                and h.hour >= date_trunc('hour', froms[l], 'UTC') and h.hour < tos[l] and h.item = items[e]) then used[l] := used[l] + 1;
            end if;
        end loop;
        if items[e] is not null then fresh := fresh || items[e]; end if;
    end loop;
end $$;
revoke execute on function usage_over_limits(integer, uuid[], numeric[], uuid[], integer[], integer[], uuid[], uuid[], timestamptz[], timestamptz[], numeric[], varchar[]) from public;
grant execute on function usage_over_limits(integer, uuid[], numeric[], uuid[], integer[], integer[], uuid[], uuid[], timestamptz[], timestamptz[], numeric[], varchar[]) to billing_web, billing_daemon;
