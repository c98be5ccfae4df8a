-- The line at an office: whoever takes a number and whoever arrives for a booked visit wait in one line.
-- The order is (lane, due time): a booked visitor who came in time is due at the booked time and goes first; everybody
-- else is due at the moment of arrival. A ticket shows a number and never a name.
alter table visit_type add column quick boolean not null default false;
update visit_type set quick = minutes <= 10;

-- What a landlord may change, one row an office.
create table line_rule (
  office_id uuid primary key references office,
  early_minutes integer not null default 15 constraint line_rule_early check (early_minutes between 0 and 120),
  late_minutes integer not null default 10 constraint line_rule_late check (late_minutes between 0 and 60),
  tickets_a_day integer not null default 200 constraint line_rule_tickets_a_day check (tickets_a_day >= 0),
  -- from one address in ten minutes; a kiosk in a busy hall is one address
  tickets_an_address integer not null default 40 constraint line_rule_tickets_an_address check (tickets_an_address > 0),
  recall_seconds integer not null default 15 constraint line_rule_recall check (recall_seconds between 0 and 600),
  tell_places integer not null default 3 constraint line_rule_tell check (tell_places between 1 and 50)
);
insert into line_rule (office_id) select id from office;

create function office_has_line_rule() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into line_rule (office_id) values (new.id);
  return null;
end $$;
create trigger office_has_line_rule after insert on office for each row execute function office_has_line_rule();

-- What a booked visitor shows at the door, as a QR code or read aloud: sixty random bits in Crockford's alphabet.
create function new_check_in_code() returns text
  language sql volatile set search_path = public, pg_temp as $$
  select string_agg(substr('0123456789ABCDEFGHJKMNPQRSTVWXYZ', 1 + (get_byte(r.bytes, i) & 31), 1), '' order by i)
  -- bytes 6 and 8 of a random UUID hold its version
  from (select uuid_send(gen_random_uuid()) as bytes) r, unnest(array[0, 1, 2, 3, 4, 5, 7, 9, 10, 11, 12, 13]) i
$$;
alter table visit add column check_in_code text not null default new_check_in_code()
  constraint visit_check_in_code_once unique
  constraint visit_check_in_code_form check (check_in_code ~ '^[0-9A-HJKMNP-TV-Z]{12}$');

-- Who works at which counter. A shift of an earlier day is over, whether somebody ended it or not.
alter table counter add constraint counter_in_its_office unique (id, office_id);
create table counter_shift (
  id uuid primary key default uuidv7(),
  office_id uuid not null,
  counter_id uuid not null,
  staff_id uuid not null references staff,
  -- the browser that may act; another one of the same person takes it over
  seat uuid not null,
  quick_only boolean not null,
  opened_at timestamptz not null,
  closed_at timestamptz,
  constraint counter_shift_at_a_counter_of_the_office foreign key (counter_id, office_id) references counter (id, office_id),
  constraint counter_shift_ends_after_it_begins check (closed_at >= opened_at)
);
create unique index counter_shift_one_per_counter on counter_shift (counter_id) where closed_at is null;
create unique index counter_shift_one_per_person on counter_shift (staff_id) where closed_at is null;
create index counter_shift_by_office on counter_shift (office_id) where closed_at is null;

-- In the order in which they are called.
create type line_lane as enum ('BOOKED', 'WALK_IN');
create type ticket_state as enum ('WAITING', 'PARKED', 'CALLED', 'SERVING', 'SERVED', 'NO_SHOW', 'LEFT');
create type ticket_source as enum ('KIOSK', 'DESK', 'BOOKING');
create type ticket_event_kind as enum
  ('ARRIVED', 'CALLED', 'RECALLED', 'SERVING', 'PARKED', 'RETURNED', 'HANDED_ON', 'NO_SHOW', 'SERVED', 'LEFT');

-- The last number given in a lane on a day, and how many of them by the kiosk. Its lock makes numbers and arrival agree.
create table line_day (
  office_id uuid not null references office,
  day date not null,
  lane line_lane not null,
  last_number integer not null default 0,
  from_kiosk integer not null default 0,
  primary key (office_id, day, lane),
  constraint line_day_kiosk_gives_no_more_than_all check (from_kiosk between 0 and last_number)
);

create table ticket (
  id uuid primary key default uuidv7(),
  office_id uuid not null references office,
  day date not null,
  lane line_lane not null,
  number integer not null constraint ticket_number_positive check (number > 0),
  visit_id uuid references visit,
  visit_type_code text not null references visit_type,
  language language not null,
  source ticket_source not null,
  arrived_at timestamptz not null,
  due_at timestamptz not null,
  -- not called before this while others wait: a booked visitor who came very early
  ripe_at timestamptz not null,
  state ticket_state not null,
  since timestamptz not null,
  version integer not null default 1,
  -- the latest step, and who took it; the event is written from here
  step ticket_event_kind not null,
  step_by uuid references staff,
  -- in whose hands, and where
  staff_id uuid references staff,
  counter_id uuid references counter,
  for_staff_id uuid references staff,
  calls integer not null default 0,
  called_at timestamptz,
  waited_ms bigint not null default 0,
  parked_ms bigint not null default 0,
  walked_ms bigint not null default 0,
  served_ms bigint not null default 0,
  token_hash bytea constraint ticket_token_once unique constraint ticket_token_is_a_hash check (octet_length(token_hash) = 32),
  phone text constraint ticket_phone_is_e164 check (phone ~ '^\+[1-9]\d{5,14}$'),
  email text constraint ticket_email_has_at check (email like '%_@_%' and char_length(email) <= 200),
  told_at timestamptz,
  constraint ticket_number_once unique (office_id, day, lane, number),
  constraint ticket_booked_lane_has_a_visit check (lane = 'WALK_IN' or visit_id is not null),
  constraint ticket_in_hand_is_in_somebodys_hand check ((state in ('CALLED', 'SERVING')) = (staff_id is not null)),
  constraint ticket_at_a_counter_only_in_hand check (counter_id is null or staff_id is not null),
  constraint ticket_promised_only_while_waiting check (for_staff_id is null or state in ('WAITING', 'PARKED')),
  constraint ticket_called_has_time check ((calls = 0) = (called_at is null)),
  constraint ticket_times_are_not_negative check (least(waited_ms, parked_ms, walked_ms, served_ms) >= 0)
) with (fillfactor = 70);
-- whoever serves from the day's plan without having chosen a counter is not held to it
create unique index ticket_one_in_hand_per_person on ticket (staff_id) where state in ('CALLED', 'SERVING') and counter_id is not null;
create unique index ticket_one_at_a_counter on ticket (counter_id) where state in ('CALLED', 'SERVING');
create unique index ticket_one_open_per_visit on ticket (visit_id) where state in ('WAITING', 'PARKED', 'CALLED', 'SERVING');
create index ticket_waiting on ticket (office_id, day, lane, due_at, id) where state = 'WAITING';
create index ticket_by_day on ticket (office_id, day);
create index ticket_served on ticket (office_id, since desc) where state = 'SERVED';
create index ticket_to_tell on ticket (office_id, day) where state = 'WAITING' and told_at is null and (phone is not null or email is not null);
create index ticket_unfinished on ticket (day) where state in ('WAITING', 'PARKED', 'CALLED', 'SERVING');

-- Further matters of one visitor; the first stands on the ticket.
create table ticket_matter (
  ticket_id uuid not null references ticket,
  visit_type_code text not null references visit_type,
  added_at timestamptz not null,
  added_by uuid not null references staff,
  primary key (ticket_id, visit_type_code)
);

create table ticket_event (
  id uuid primary key default uuidv7(),
  ticket_id uuid not null references ticket,
  version integer not null,
  kind ticket_event_kind not null,
  state ticket_state not null,
  at timestamptz not null,
  staff_id uuid references staff,
  counter_id uuid references counter,
  constraint ticket_event_version_once unique (ticket_id, version)
);

-- From where to where a ticket may go; anything else is refused by ticket_moves.
create table ticket_step (
  from_state ticket_state not null,
  to_state ticket_state not null,
  primary key (from_state, to_state)
);
insert into ticket_step (from_state, to_state) values
  ('WAITING', 'CALLED'), ('WAITING', 'SERVING'), ('WAITING', 'PARKED'), ('WAITING', 'NO_SHOW'), ('WAITING', 'LEFT'),
  ('PARKED', 'WAITING'), ('PARKED', 'CALLED'), ('PARKED', 'SERVING'), ('PARKED', 'NO_SHOW'), ('PARKED', 'LEFT'),
  ('CALLED', 'SERVING'), ('CALLED', 'PARKED'), ('CALLED', 'WAITING'), ('CALLED', 'NO_SHOW'), ('CALLED', 'LEFT'),
  ('SERVING', 'SERVED'), ('SERVING', 'PARKED'), ('SERVING', 'WAITING'),
  ('NO_SHOW', 'WAITING'), ('NO_SHOW', 'CALLED');

-- A step adds the time since the one before to where it was spent. Milliseconds, so that sums are exact.
create function ticket_moves() returns trigger language plpgsql as $$
declare
  spent bigint;
begin
  if new.version = old.version then
    if new.state <> old.state then
      raise exception 'a step of a ticket counts its version' using errcode = 'check_violation', constraint = 'ticket_step_counts_version';
    end if;
    return new;
  end if;
  if new.state <> old.state
      and not exists (select from ticket_step s where s.from_state = old.state and s.to_state = new.state) then
    raise exception 'a ticket does not go from % to %', old.state, new.state
      using errcode = 'check_violation', constraint = 'ticket_moves_by_the_steps';
  end if;
  -- two nodes' clocks may differ by a little; time never runs backwards on a ticket
  new.since := greatest(date_trunc('milliseconds', new.since), old.since);
  spent := round(extract(epoch from new.since - old.since) * 1000);
  case old.state
    when 'WAITING' then new.waited_ms := old.waited_ms + spent;
    when 'PARKED' then new.parked_ms := old.parked_ms + spent;
    when 'CALLED' then new.walked_ms := old.walked_ms + spent;
    when 'SERVING' then new.served_ms := old.served_ms + spent;
    else
  end case;
  -- a telephone is known only as long as there may be something to tell it
  if new.state in ('SERVED', 'LEFT') then
    new.phone := null;
    new.email := null;
  end if;
  return new;
end $$;
create trigger ticket_moves before update on ticket for each row execute function ticket_moves();

-- What happened is appended; a booked visit follows its ticket. A history that is written as a whole brings its own events.
create function ticket_tells() returns trigger language plpgsql as $$
declare
  wanted visit_state;
begin
  if tg_op = 'INSERT' and new.version <> 1 or tg_op = 'UPDATE' and new.version = old.version then
    return null;
  end if;
  insert into ticket_event (ticket_id, version, kind, state, at, staff_id, counter_id)
  values (new.id, new.version, new.step, new.state, new.since, new.step_by, new.counter_id);
  if new.visit_id is null then
    return null;
  end if;
  wanted := case new.state when 'WAITING' then 'CHECKED_IN' when 'PARKED' then 'CHECKED_IN' when 'LEFT' then 'CANCELLED_RESIDENT'
    else new.state::text end;
  begin
    update visit set state = wanted, served_by = coalesce(new.staff_id, served_by)
    where id = new.visit_id and state <> wanted and state in ('BOOKED', 'CHECKED_IN', 'CALLED', 'SERVING', 'NO_SHOW');
    if found and wanted <> 'CALLED' then
      insert into visit_event (visit_id, kind, at, staff_id, starts_at)
      select new.visit_id, wanted::text::visit_event_kind, new.since, new.step_by, lower(during) from visit where id = new.visit_id;
    end if;
  exception when exclusion_violation or unique_violation then
    -- whoever was marked as absent has lost the time to somebody else: the visitor waits, the visit stays as it was
  end;
  return null;
end $$;
create trigger ticket_tells after insert or update on ticket for each row execute function ticket_tells();

-- Who asked for a number or tried a code lately, from where; forgotten after a day.
create table line_knock (
  address text not null,
  at timestamptz not null,
  wrong boolean not null
);
create index line_knock_by_address on line_knock (address, at);
create index line_knock_by_time on line_knock (at);
