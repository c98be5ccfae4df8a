-- What differs from the weekly pattern: first and last working days, eves, single days; how many counters are
-- served when; what an office asks of a booking; and who changed what (domain.md 4.5).
create type ordinal_day as enum ('FIRST_WORKING_DAY', 'LAST_WORKING_DAY');

create table opening_ordinal (
  office_id uuid not null references office,
  service office_service not null,
  ordinal ordinal_day not null,
  opens time not null,
  closes time not null,
  valid daterange not null constraint opening_ordinal_valid_not_empty check (not isempty(valid)),
  constraint opening_ordinal_open_before_close check (opens < closes),
  constraint opening_ordinal_one_version primary key (office_id, service, ordinal, valid without overlaps)
);

-- Earlier closing on the eves of holidays, which are no holidays themselves.
create table opening_eve (
  office_id uuid not null references office,
  service office_service not null,
  closes time not null,
  valid daterange not null constraint opening_eve_valid_not_empty check (not isempty(valid)),
  constraint opening_eve_one_version primary key (office_id, service, valid without overlaps)
);

-- One day on which everything else is silent, a holiday too: other hours, or none. Only a closure is stronger.
create table opening_exception (
  id uuid primary key default uuidv7(),
  office_id uuid not null references office,
  service office_service not null,
  day date not null,
  opens time,
  closes time,
  reason_fi text not null,
  reason_sv text not null,
  reason_en text not null,
  constraint opening_exception_open_before_close check (opens < closes),
  constraint opening_exception_hours_or_none check ((opens is null) = (closes is null)),
  constraint opening_exception_one_word_a_day unique (office_id, service, day)
);

create function eves_of(y integer) returns table (day date, code text)
  language sql immutable strict parallel safe as $$
  select make_date(y, 1, 5), 'TWELFTH_NIGHT_EVE' union all
  select easter_sunday(y) - 3, 'MAUNDY_THURSDAY' union all
  select make_date(y, 4, 30), 'MAY_DAY_EVE' union all
  select make_date(y, 12, 31), 'NEW_YEARS_EVE'
$$;

-- How many counters receive people, and how many of those the staff keeps for callers and walk-ins.
-- The day wins over the change of month, which wins over the weekday; where nothing is said, every counter is served.
create type capacity_occasion as enum ('WEEKDAY', 'MONTH_CHANGE', 'DAY');

create table counter_capacity (
  id uuid primary key default uuidv7(),
  office_id uuid not null references office,
  occasion capacity_occasion not null,
  iso_weekday integer constraint counter_capacity_weekday check (iso_weekday between 1 and 7),
  day date,
  opens time not null,
  closes time not null,
  counters integer not null constraint counter_capacity_counters check (counters between 0 and 50),
  staff_only integer not null default 0,
  valid daterange not null constraint counter_capacity_valid_not_empty check (not isempty(valid)),
  constraint counter_capacity_open_before_close check (opens < closes),
  constraint counter_capacity_staff_only check (staff_only between 0 and counters),
  constraint counter_capacity_occasion check
    ((occasion = 'WEEKDAY') = (iso_weekday is not null) and (occasion = 'DAY') = (day is not null)),
  constraint counter_capacity_once exclude using gist (
    office_id with =, occasion with =, coalesce(iso_weekday, 0) with =, coalesce(day, date '0001-01-01') with =,
    tsrange(date '2000-01-01' + opens, date '2000-01-01' + closes) with &&, valid with &&)
);

create type notice_unit as enum ('CLOCK', 'OPEN_HOURS');

create table booking_rule (
  office_id uuid not null references office,
  valid daterange not null constraint booking_rule_valid_not_empty check (not isempty(valid)),
  notice_minutes integer not null constraint booking_rule_notice check (notice_minutes between 0 and 14400),
  notice_unit notice_unit not null,
  horizon_days integer not null constraint booking_rule_horizon check (horizon_days between 1 and 365),
  open_visits integer not null constraint booking_rule_open_visits check (open_visits between 1 and 20),
  buffer_minutes integer not null constraint booking_rule_buffer check (buffer_minutes in (0, 5, 10, 15)),
  cool_down_minutes integer not null constraint booking_rule_cool_down check (cool_down_minutes between 0 and 240),
  constraint booking_rule_one_version primary key (office_id, valid without overlaps)
);

-- Who changed what, from when. Written with the change, never changed itself.
create type calendar_change_kind as enum
  ('WEEKLY_HOURS', 'ORDINAL', 'EVE', 'EXCEPTION', 'CLOSURE', 'CLOSURE_REMOVED', 'CAPACITY', 'BOOKING_RULE');

create table calendar_change (
  id uuid primary key default uuidv7(),
  office_id uuid references office,
  service office_service,
  kind calendar_change_kind not null,
  at timestamptz not null,
  staff_id uuid not null references staff,
  effective date not null,
  -- what holds from then on, in figures: 9.00–15.00
  detail text not null,
  -- how many booked visits no longer fitted
  hits integer not null constraint calendar_change_hits check (hits >= 0)
);
create index calendar_change_by_office on calendar_change (office_id, id desc);

-- A visit that the office moved the ground under, and since when its resident has been asked for another time.
alter table visit add column new_time_asked_at timestamptz;

grant execute on function eves_of(integer) to kotiovi_portal, kotiovi_backoffice;
grant select on opening_ordinal, opening_eve, opening_exception, counter_capacity, booking_rule to kotiovi_portal;
grant select, insert, update, delete on opening_ordinal, opening_eve, opening_exception, counter_capacity, booking_rule
  to kotiovi_backoffice;
grant update (new_time_asked_at), select (new_time_asked_at) on visit to kotiovi_portal;
grant delete on opening_hours, closure to kotiovi_backoffice;
grant select, insert on calendar_change to kotiovi_backoffice;
