-- Who would rather come earlier. A time that becomes free is kept: first for those, one after the other, then it is
-- everybody's. What is due when stands in the rows, so that nothing is lost with a process.
create table visit_wish (
  visit_id uuid primary key references visit,
  asked_at timestamptz not null
);
create index visit_wish_in_order on visit_wish (asked_at, visit_id);

create table freed_time (
  id uuid primary key default uuidv7(),
  office_id uuid not null references office,
  counter_id uuid not null references counter,
  during tstzrange not null constraint freed_time_bounded
    check (not isempty(during) and lower(during) is not null and upper(during) is not null),
  freed_at timestamptz not null,
  -- until then nobody may have it but who was offered it
  kept_until timestamptz not null,
  -- taken, or everybody's again
  closed_at timestamptz,
  constraint freed_time_once_on_counter exclude using gist (counter_id with =, during with &&) where (closed_at is null)
);
create index freed_time_kept on freed_time (office_id) where closed_at is null;

create type offer_state as enum ('OPEN', 'TAKEN', 'DECLINED', 'LAPSED');

create table visit_offer (
  id uuid primary key default uuidv7(),
  freed_time_id uuid not null references freed_time,
  visit_id uuid not null references visit,
  made_at timestamptz not null,
  until timestamptz not null,
  state offer_state not null,
  constraint visit_offer_once unique (freed_time_id, visit_id),
  constraint visit_offer_ends_later check (until > made_at)
);
create unique index visit_offer_one_open_per_time on visit_offer (freed_time_id) where state = 'OPEN';
create unique index visit_offer_one_open_per_visit on visit_offer (visit_id) where state = 'OPEN';
create index visit_offer_due on visit_offer (until) where state = 'OPEN';

-- Keeps the time of a booked visit that is about to leave it, if anybody waits for such a time. Of one's own visits only.
create function keep_freed(visit uuid, at timestamptz, until timestamptz) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  leaving visit;
begin
  select * into leaving from visit v where v.id = keep_freed.visit and (me() is null or v.resident_id = me())
    and lower(v.during) > at;
  if not found or not exists (
      select from visit_wish w join visit v on v.id = w.visit_id
      where v.office_id = leaving.office_id and v.id <> leaving.id and v.state = 'BOOKED'
        and lower(v.during) > lower(leaving.during)
        and upper(v.during) - lower(v.during) <= upper(leaving.during) - lower(leaving.during)) then
    return;
  end if;
  update freed_time f set closed_at = at
    where f.counter_id = leaving.counter_id and f.during && leaving.during and f.closed_at is null and f.kept_until <= at;
  insert into freed_time (office_id, counter_id, during, freed_at, kept_until)
    values (leaving.office_id, leaving.counter_id, leaving.during, at, least(until, lower(leaving.during)))
    on conflict do nothing;
end $$;

-- Claims what one was offered. The minutes are locked first, as every claim does; no row when it is gone.
create function take_offer(offer uuid, at timestamptz) returns table (counter_id uuid, starts_at timestamptz)
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  kept record;
begin
  select f.id, f.counter_id, f.during, o.visit_id into kept
    from visit_offer o join freed_time f on f.id = o.freed_time_id join visit v on v.id = o.visit_id
    where o.id = offer and o.state = 'OPEN' and o.until > at and f.closed_at is null
      and v.resident_id = me() and v.state = 'BOOKED'
    for update of o, f;
  if not found then
    return;
  end if;
  perform from counter_unit u where u.counter_id = kept.counter_id
    and u.minute_of_day between extract(epoch from (lower(kept.during) at time zone 'Europe/Helsinki')::time) / 60 - 5
      and extract(epoch from (upper(kept.during) at time zone 'Europe/Helsinki')::time) / 60
    order by u.minute_of_day for update;
  if exists (select from visit v where v.counter_id = kept.counter_id and v.during && kept.during and v.id <> kept.visit_id
      and v.state in ('HELD', 'BOOKED', 'CHECKED_IN', 'CALLED', 'SERVING')) then
    return;
  end if;
  update visit_offer o set state = 'TAKEN' where o.id = offer;
  update freed_time f set closed_at = at where f.id = kept.id;
  return query select kept.counter_id, lower(kept.during);
end $$;

-- Says no to what one was offered, so that the next may have it.
create function decline_offer(offer uuid) returns boolean
  language sql security definer set search_path = public, pg_temp as $$
  with declined as (
    update visit_offer o set state = 'DECLINED' from visit v
    where o.id = offer and o.state = 'OPEN' and v.id = o.visit_id and v.resident_id = me() returning 1)
  select count(*) > 0 from declined
$$;

-- What one is offered now: a time, never who left it.
create function open_offer(of_visit uuid, at timestamptz) returns table (offer_id uuid, starts_at timestamptz, until timestamptz)
  language sql stable security definer set search_path = public, pg_temp as $$
  select o.id, lower(f.during), o.until
  from visit_offer o join freed_time f on f.id = o.freed_time_id join visit v on v.id = o.visit_id
  where o.visit_id = of_visit and o.state = 'OPEN' and o.until > at and v.resident_id = me() and v.state = 'BOOKED'
$$;

-- A kept time is taken for everybody else, here and in the list below.
create or replace function taken_times(office uuid, span tstzrange, at timestamptz)
  returns table (counter_id uuid, during tstzrange)
  language sql stable security definer set search_path = public, pg_temp as $$
  select v.counter_id, v.during from visit v
  where v.office_id = office and v.during && span
    and v.state in ('HELD', 'BOOKED', 'CHECKED_IN', 'CALLED', 'SERVING')
    and (v.held_until is null or v.held_until > at)
  union all
  select f.counter_id, f.during from freed_time f
  where f.office_id = office and f.during && span and f.closed_at is null and f.kept_until > at
$$;

create or replace function busy_times(office uuid, span tstzrange, at timestamptz)
  returns table (counter_id uuid, busy_from timestamptz, busy_until timestamptz)
  language sql stable security definer set search_path = public, pg_temp as $$
  select b.counter_id, lower(b.during), upper(b.during) from (
    select busy.counter_id, unnest(range_agg(busy.during)) as during from (
      select v.counter_id, v.during from visit v
      where v.office_id = office
        and lower(v.during) > lower(span) - interval '1 day' and lower(v.during) < upper(span) and upper(v.during) > lower(span)
        and v.state in ('HELD', 'BOOKED', 'CHECKED_IN', 'CALLED', 'SERVING')
        and (v.held_until is null or v.held_until > at)
      union all
      select f.counter_id, f.during from freed_time f
      where f.office_id = office and f.during && span and f.closed_at is null and f.kept_until > at) busy
    group by busy.counter_id) b
$$;

alter table visit_wish enable row level security;
alter table visit_wish force row level security;
create policy owner_all on visit_wish to kotiovi_owner using (true) with check (true);
create policy backoffice_all on visit_wish to kotiovi_backoffice using (true) with check (true);
create policy own on visit_wish to kotiovi_portal
  using (visit_id in (select v.id from visit v)) with check (visit_id in (select v.id from visit v));

grant select, insert, delete on visit_wish to kotiovi_portal, kotiovi_backoffice;
grant select, insert, update on freed_time, visit_offer to kotiovi_backoffice;
grant execute on function keep_freed(uuid, timestamptz, timestamptz) to kotiovi_portal, kotiovi_backoffice;
grant execute on function take_offer(uuid, timestamptz), decline_offer(uuid), open_offer(uuid, timestamptz) to kotiovi_portal;
