-- Office visits: one counter serves one person at a time, whatever any program believes.
create table visit_type (
  code text primary key,
  position integer not null constraint visit_type_position_once unique,
  minutes integer not null constraint visit_type_minutes check (minutes between 5 and 120 and minutes % 5 = 0),
  hands_over_keys boolean not null,
  takes_keys_back boolean not null,
  name_fi text not null,
  name_sv text not null,
  name_en text not null,
  bring_fi text not null,
  bring_sv text not null,
  bring_en text not null
);

create table counter (
  id uuid primary key default uuidv7(),
  office_id uuid not null references office,
  number integer not null constraint counter_number_positive check (number > 0),
  constraint counter_number_once_in_office unique (office_id, number)
);

-- One row per counter and start minute of a day. Booking locks the row it aims at (SKIP LOCKED), so that
-- clients who race for one slot spread over the free counters instead of queueing behind each other.
create table counter_unit (
  counter_id uuid not null references counter,
  minute_of_day integer not null constraint counter_unit_minute check (minute_of_day between 0 and 1435 and minute_of_day % 5 = 0),
  primary key (counter_id, minute_of_day)
);

create function counter_has_units() returns trigger language plpgsql as $$
begin
  insert into counter_unit (counter_id, minute_of_day) select new.id, m from generate_series(0, 1435, 5) m;
  return null;
end $$;
create trigger counter_has_units after insert on counter for each row execute function counter_has_units();

create type visit_state as enum
  ('HELD', 'BOOKED', 'CHECKED_IN', 'CALLED', 'SERVING', 'SERVED', 'NO_SHOW', 'CANCELLED_RESIDENT', 'CANCELLED_OFFICE', 'EXPIRED');

create table visit (
  id uuid primary key default uuidv7(),
  number text not null constraint visit_number_once unique,
  office_id uuid not null references office,
  counter_id uuid not null references counter,
  visit_type_code text not null references visit_type,
  resident_id uuid not null references resident,
  home_id uuid references home,
  state visit_state not null,
  during tstzrange not null constraint visit_during_bounded
    check (not isempty(during) and lower(during) is not null and upper(during) is not null and lower_inc(during) and not upper_inc(during)),
  -- the promise as it was given: wall clock at the office, with its zone
  local_start timestamp not null,
  zone text not null,
  held_until timestamptz,
  ics_sequence integer not null default 0 constraint visit_ics_sequence_rises check (ics_sequence >= 0),
  created_at timestamptz not null,
  served_by uuid references staff,
  constraint visit_held_has_an_end check ((state = 'HELD') = (held_until is not null)),
  constraint visit_local_start_is_start check (local_start at time zone zone = lower(during)),
  constraint visit_no_overlap_on_counter exclude using gist (counter_id with =, during with &&)
    where (state in ('HELD', 'BOOKED', 'CHECKED_IN', 'CALLED', 'SERVING'))
);
create unique index visit_one_open_per_type on visit (resident_id, visit_type_code)
  where state in ('HELD', 'BOOKED', 'CHECKED_IN', 'CALLED', 'SERVING');
create index visit_by_resident on visit (resident_id, (lower(during)) desc);
create index visit_by_office_and_start on visit (office_id, (lower(during)));
create index visit_held on visit (held_until) where state = 'HELD';

create type visit_event_kind as enum
  ('HELD', 'BOOKED', 'MOVED', 'CHECKED_IN', 'SERVING', 'SERVED', 'NO_SHOW', 'CANCELLED_RESIDENT', 'CANCELLED_OFFICE', 'EXPIRED');

create table visit_event (
  id uuid primary key default uuidv7(),
  visit_id uuid not null references visit,
  kind visit_event_kind not null,
  at timestamptz not null,
  staff_id uuid references staff,
  starts_at timestamptz not null
);
create index visit_event_by_visit on visit_event (visit_id, id);

-- Times that are taken at an office, never by whom.
create function taken_times(office uuid, span tstzrange, at timestamptz)
  returns table (counter_id uuid, during tstzrange)
  language sql stable security definer set search_path = public, pg_temp as $$
  select v.counter_id, v.during from visit v
  where v.office_id = office and v.during && span
    and v.state in ('HELD', 'BOOKED', 'CHECKED_IN', 'CALLED', 'SERVING')
    and (v.held_until is null or v.held_until > at)
$$;
create index visit_taken on visit using gist (office_id, during)
  where state in ('HELD', 'BOOKED', 'CHECKED_IN', 'CALLED', 'SERVING');

-- A hold whose time is out must not keep anybody from the slot; whoever comes next puts it away. Returns how many.
create function expire_holds(office uuid, span tstzrange, at timestamptz) returns integer
  language sql security definer set search_path = public, pg_temp as $$
  with due as materialized (
    select id from visit
    where state = 'HELD' and held_until <= at and office_id = office and during && span
    for update skip locked
  ), expired as (
    update visit v set state = 'EXPIRED', held_until = null from due where v.id = due.id returning v.id, lower(v.during) as starts_at
  ), logged as (
    insert into visit_event (visit_id, kind, at, starts_at) select id, 'EXPIRED', at, starts_at from expired returning 1
  )
  select count(*)::integer from logged
$$;
