-- When an office is open: weekly pattern, closures that always win, public holidays by rule.
create type office_service as enum ('WALK_IN', 'APPOINTMENT', 'PHONE', 'CHAT');

create table opening_hours (
  id uuid primary key default uuidv7(),
  office_id uuid not null references office,
  service office_service not null,
  iso_weekday integer not null constraint opening_hours_weekday check (iso_weekday between 1 and 7),
  opens time not null,
  closes time not null,
  valid daterange not null constraint opening_hours_valid_not_empty check (not isempty(valid)),
  constraint opening_hours_open_before_close check (opens < closes),
  constraint opening_hours_one_version unique (office_id, service, iso_weekday, opens, valid without overlaps)
);

create table closure (
  id uuid primary key default uuidv7(),
  office_id uuid references office,
  during tstzrange not null constraint closure_during_not_empty check (not isempty(during)),
  reason_fi text not null,
  reason_sv text not null,
  reason_en text not null
);
create index closure_by_time on closure using gist (during);

-- Easter Sunday by the anonymous Gregorian computus.
create function easter_sunday(y integer) returns date
  language plpgsql immutable strict parallel safe as $$
declare
  a integer := y % 19; b integer := y / 100; c integer := y % 100;
  d integer := b / 4; e integer := b % 4; f integer := (b + 8) / 25; g integer := (b - f + 1) / 3;
  h integer := (19 * a + b - d - g + 15) % 30; i integer := c / 4; k integer := c % 4;
  l integer := (32 + 2 * e + 2 * i - h - k) % 7; m integer := (a + 11 * h + 22 * l) / 451;
  n integer := h + l - 7 * m + 114;
begin
  return make_date(y, n / 31, n % 31 + 1);
end $$;

-- The days of a year on which nothing is open in Finland (domain.md 7.2): thirteen public holidays, plus
-- Midsummer Eve and Christmas Eve, which are not official but nobody works.
create function holidays_of(y integer) returns table (day date, code text)
  language sql immutable strict parallel safe as $$
  with easter as (select easter_sunday(y) as e),
  -- the first Saturday on or after a date; Saturday is isodow 6
  midsummer as (select make_date(y, 6, 20) + (13 - extract(isodow from make_date(y, 6, 20))::integer) % 7 as d),
  all_saints as (select make_date(y, 10, 31) + (13 - extract(isodow from make_date(y, 10, 31))::integer) % 7 as d)
  select make_date(y, 1, 1), 'NEW_YEAR' union all
  select make_date(y, 1, 6), 'EPIPHANY' union all
  select e - 2, 'GOOD_FRIDAY' from easter union all
  select e, 'EASTER_SUNDAY' from easter union all
  select e + 1, 'EASTER_MONDAY' from easter union all
  select make_date(y, 5, 1), 'MAY_DAY' union all
  select e + 39, 'ASCENSION' from easter union all
  select e + 49, 'PENTECOST' from easter union all
  select d - 1, 'MIDSUMMER_EVE' from midsummer union all
  select d, 'MIDSUMMER' from midsummer union all
  select d, 'ALL_SAINTS' from all_saints union all
  select make_date(y, 12, 6), 'INDEPENDENCE' union all
  select make_date(y, 12, 24), 'CHRISTMAS_EVE' union all
  select make_date(y, 12, 25), 'CHRISTMAS' union all
  select make_date(y, 12, 26), 'BOXING_DAY'
$$;
