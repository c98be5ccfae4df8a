-- What happens in the line, for both applications. The portal's role reaches the line only through these functions; they
-- answer with numbers and times, never with people.
alter table notification drop constraint notification_for_one_person;
-- a walk-in is nobody we know, only a telephone
alter table notification add constraint notification_for_one_person
  check (num_nonnulls(resident_id, staff_id) = case when kind = 'LINE_NEAR' then 0 else 1 end);

create function ticket_label(lane line_lane, number integer) returns text
  language sql immutable strict parallel safe
  return case lane when 'BOOKED' then 'A' else 'B' end || number;

create function next_ticket_number(office uuid, today date, of_lane line_lane, kiosk boolean) returns integer
  language sql volatile set search_path = public, pg_temp as $$
  insert into line_day as d (office_id, day, lane, last_number, from_kiosk) values (office, today, of_lane, 1, kiosk::integer)
  on conflict (office_id, day, lane) do update set last_number = d.last_number + 1, from_kiosk = d.from_kiosk + kiosk::integer
  returning last_number
$$;

-- Addresses are kept for a day; nobody waits for somebody else who is forgetting the same.
create function forget_knocks(at timestamptz) returns void
  language sql volatile set search_path = public, pg_temp as $$
  delete from line_knock where ctid = any (array(
    select k.ctid from line_knock k where k.at < forget_knocks.at - interval '1 day' limit 100 for update skip locked))
$$;

create type take_outcome as enum ('TAKEN', 'ALL_GIVEN', 'TOO_MANY');

-- A number for a walk-in. From the desk (no address) always; from a kiosk within the day's contingent, and not too many
-- from one address.
create function take_ticket(office uuid, matter text, spoken language, token bytea, address text, by_staff uuid, at timestamptz)
  returns table (outcome take_outcome, label text)
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  rule line_rule;
  given integer;
  today date;
begin
  select * into strict rule from line_rule r where r.office_id = take_ticket.office;
  select (take_ticket.at at time zone o.zone)::date into strict today from office o where o.id = take_ticket.office;
  insert into line_day (office_id, day, lane) values (take_ticket.office, today, 'WALK_IN') on conflict do nothing;
  select d.from_kiosk into strict given from line_day d
  where d.office_id = take_ticket.office and d.day = today and d.lane = 'WALK_IN' for update;
  if address is not null then
    if given >= rule.tickets_a_day then
      return query select 'ALL_GIVEN'::take_outcome, null::text;
      return;
    end if;
    perform forget_knocks(take_ticket.at);
    if (select count(*) from line_knock k
        where k.address = take_ticket.address and not k.wrong and k.at > take_ticket.at - interval '10 minutes') >= rule.tickets_an_address then
      return query select 'TOO_MANY'::take_outcome, null::text;
      return;
    end if;
    insert into line_knock (address, at, wrong) values (take_ticket.address, take_ticket.at, false);
  end if;
  return query
    insert into ticket as t (office_id, day, lane, number, visit_type_code, language, source, arrived_at, due_at, ripe_at, state, since, step, step_by, token_hash)
    select take_ticket.office, today, 'WALK_IN', next_ticket_number(take_ticket.office, today, 'WALK_IN', take_ticket.address is not null),
      matter, spoken, case when take_ticket.address is null then 'DESK'::ticket_source else 'KIOSK' end,
      m.moment, m.moment, m.moment, 'WAITING', m.moment, 'ARRIVED', by_staff, token
    from (select date_trunc('milliseconds', take_ticket.at) as moment) m
    returning 'TAKEN'::take_outcome, ticket_label(t.lane, t.number);
end $$;

create type check_in_outcome as enum ('IN_TIME', 'LATE', 'TOO_EARLY', 'ALREADY_IN', 'REPLACED', 'OVER', 'ELSEWHERE', 'UNKNOWN', 'TOO_MANY');

-- A booked visitor is here. In time from early_minutes before to late_minutes after the booked time, both included; later
-- in the lane of those without a booking. Too early is refused at the door; a clerk may take anybody in, who is then
-- called in time or when nobody else waits.
create function check_in(of_visit uuid, at timestamptz, by_staff uuid)
  returns table (outcome check_in_outcome, label text, come_at timestamptz)
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  v visit;
  rule line_rule;
  today date;
  early timestamptz;
  in_lane line_lane;
  moment timestamptz := date_trunc('milliseconds', check_in.at);
begin
  select * into v from visit where id = of_visit for update;
  if not found then
    return query select 'UNKNOWN'::check_in_outcome, null::text, null::timestamptz;
    return;
  end if;
  select * into strict rule from line_rule r where r.office_id = v.office_id;
  today := (moment at time zone v.zone)::date;
  early := lower(v.during) - make_interval(mins => rule.early_minutes);
  if v.state in ('CHECKED_IN', 'CALLED', 'SERVING') then
    return query select 'ALREADY_IN'::check_in_outcome,
      (select ticket_label(t.lane, t.number) from ticket t where t.visit_id = v.id order by t.id desc limit 1), null::timestamptz;
    return;
  elsif v.state not in ('BOOKED', 'NO_SHOW') or (by_staff is null and v.local_start::date < today) then
    return query select 'OVER'::check_in_outcome, null::text, null::timestamptz;
    return;
  elsif by_staff is null and moment < early then
    return query select 'TOO_EARLY'::check_in_outcome, null::text, early;
    return;
  end if;
  in_lane := case when moment <= lower(v.during) + make_interval(mins => rule.late_minutes) then 'BOOKED' else 'WALK_IN' end;
  begin
    update visit set state = 'CHECKED_IN' where id = v.id;
  exception when exclusion_violation or unique_violation then
    return query select 'REPLACED'::check_in_outcome, null::text, null::timestamptz;
    return;
  end;
  insert into visit_event (visit_id, kind, at, staff_id, starts_at) values (v.id, 'CHECKED_IN', moment, by_staff, lower(v.during));
  update ticket t set token_hash = null where t.visit_id = v.id;
  return query
    insert into ticket as t (office_id, day, lane, number, visit_id, visit_type_code, language, source, arrived_at, due_at, ripe_at,
      state, since, step, step_by, token_hash)
    select v.office_id, today, in_lane, next_ticket_number(v.office_id, today, in_lane, false), v.id, v.visit_type_code, r.language, 'BOOKING',
      moment, case in_lane when 'BOOKED' then lower(v.during) else moment end, greatest(moment, early),
      'WAITING', moment, 'ARRIVED', by_staff, sha256(convert_to(v.check_in_code, 'UTF8'))
    from resident r where r.id = v.resident_id
    returning case in_lane when 'BOOKED' then 'IN_TIME'::check_in_outcome else 'LATE' end, ticket_label(t.lane, t.number), null::timestamptz;
end $$;

-- The same at the door, by the code that only the visitor has; whoever guesses is slowed down.
create function check_in_by_code(code text, office uuid, address text, at timestamptz)
  returns table (outcome check_in_outcome, label text, come_at timestamptz)
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  v visit;
begin
  if (select count(*) from line_knock k
      where k.address = check_in_by_code.address and k.wrong and k.at > check_in_by_code.at - interval '10 minutes') >= 20 then
    return query select 'TOO_MANY'::check_in_outcome, null::text, null::timestamptz;
    return;
  end if;
  select * into v from visit where check_in_code = code and state not in ('HELD', 'EXPIRED');
  if not found then
    perform forget_knocks(check_in_by_code.at);
    insert into line_knock (address, at, wrong) values (check_in_by_code.address, check_in_by_code.at, true);
    return query select 'UNKNOWN'::check_in_outcome, null::text, null::timestamptz;
  elsif check_in_by_code.office <> v.office_id then
    return query select 'ELSEWHERE'::check_in_outcome, null::text, null::timestamptz;
  else
    return query select * from check_in(v.id, check_in_by_code.at, null);
  end if;
end $$;

-- Whoever left a number or an address is told, once, when few are ahead. Rows that somebody moves just now are told at the next move.
create function tell_those_near(office uuid, today date, at timestamptz) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from ticket t where t.office_id = office and t.day = today and t.state = 'WAITING' and t.told_at is null
      and (t.phone is not null or t.email is not null)) then
    return;
  end if;
  with near as materialized (
    select t.id from ticket t where t.office_id = office and t.day = today and t.state = 'WAITING'
    order by t.lane, t.due_at, t.id limit (select r.tell_places from line_rule r where r.office_id = office)
  ), mine as materialized (
    select t.id from ticket t join near on near.id = t.id
    where t.state = 'WAITING' and t.told_at is null and (t.phone is not null or t.email is not null)
    for update of t skip locked
  ), told as (
    update ticket t set told_at = tell_those_near.at from mine where t.id = mine.id returning t.id, t.phone, t.email, t.language
  )
  insert into notification (kind, cause_id, sequence, channel, lane, recipient, language, state, created_at, due_at)
  select 'LINE_NEAR', told.id, 1, way.channel::notification_channel, 'NORMAL', way.recipient, told.language, 'PENDING',
    tell_those_near.at, tell_those_near.at
  from told, lateral (values ('SMS', told.phone), ('MAIL', told.email)) way (channel, recipient)
  where way.recipient is not null
  on conflict do nothing;
end $$;

-- Somebody's own place, for whoever holds the link.
create function own_place(token bytea)
  returns table (office_id uuid, day date, label text, lane line_lane, state ticket_state, visit_type_code text, language language,
    arrived_at timestamptz, ripe_at timestamptz, called_at timestamptz, calls integer, counter integer, ahead integer,
    tells boolean, told boolean)
  language sql stable security definer set search_path = public, pg_temp as $$
  select t.office_id, t.day, ticket_label(t.lane, t.number), t.lane, t.state, t.visit_type_code, t.language,
    t.arrived_at, t.ripe_at, t.called_at, t.calls, c.number,
    (select count(*)::integer from ticket o where o.office_id = t.office_id and o.day = t.day and o.state = 'WAITING'
      and t.state = 'WAITING' and (o.lane, o.due_at, o.id) < (t.lane, t.due_at, t.id)),
    t.phone is not null or t.email is not null, t.told_at is not null
  from ticket t left join counter c on c.id = t.counter_id
  where t.token_hash = own_place.token
$$;

create function leave_line(token bytea, at timestamptz) returns boolean
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  mine ticket;
begin
  update ticket t set state = 'LEFT', step = 'LEFT', step_by = null, since = leave_line.at, version = t.version + 1,
    staff_id = null, counter_id = null, for_staff_id = null
  where t.token_hash = leave_line.token and t.state in ('WAITING', 'PARKED', 'CALLED') returning * into mine;
  if not found then
    return false;
  end if;
  perform tell_those_near(mine.office_id, mine.day, leave_line.at);
  return true;
end $$;

create function tell_me(token bytea, to_phone text, to_email text, at timestamptz) returns boolean
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  mine ticket;
begin
  update ticket t set phone = to_phone, email = to_email
  where t.token_hash = tell_me.token and t.state in ('WAITING', 'PARKED') and t.told_at is null returning * into mine;
  if not found then
    return false;
  end if;
  perform tell_those_near(mine.office_id, mine.day, tell_me.at);
  return true;
end $$;

-- Numbers at counters, the latest call first.
create function numbers_at_counters(office uuid, today date)
  returns table (label text, state ticket_state, counter integer, called_at timestamptz, calls integer)
  language sql stable security definer set search_path = public, pg_temp as $$
  select ticket_label(t.lane, t.number), t.state, c.number, t.called_at, t.calls
  from ticket t join counter c on c.id = t.counter_id
  where t.office_id = office and t.day = today and t.state in ('CALLED', 'SERVING') and t.called_at is not null
  order by t.called_at desc, t.id desc
$$;

-- Numbers that wait, the next one first.
create function numbers_waiting(office uuid, today date) returns table (label text, lane line_lane)
  language sql stable security definer set search_path = public, pg_temp as $$
  select ticket_label(t.lane, t.number), t.lane from ticket t
  where t.office_id = office and t.day = today and t.state = 'WAITING' order by t.lane, t.due_at, t.id
$$;

-- What a waiting time is guessed from: how long recent visitors took at a counter, how many counters are open, and when
-- booked visitors come who are not here yet.
create function recent_service_ms(office uuid, at timestamptz) returns table (ms bigint)
  language sql stable security definer set search_path = public, pg_temp as $$
  select t.walked_ms + t.served_ms from ticket t
  -- what the night put away was not timed by anybody
  where t.office_id = office and t.state = 'SERVED' and t.step_by is not null and t.since > recent_service_ms.at - interval '28 days' and t.since <= recent_service_ms.at
  order by t.since desc limit 30
$$;
create function open_counters(office uuid, today date) returns integer
  language sql stable security definer set search_path = public, pg_temp as $$
  select count(*)::integer from counter_shift s join office o on o.id = s.office_id
  where s.office_id = office and s.closed_at is null and (s.opened_at at time zone o.zone)::date = today and not s.quick_only
$$;
create function booked_soon(office uuid, at timestamptz) returns table (starts_at timestamptz)
  language sql stable security definer set search_path = public, pg_temp as $$
  select lower(v.during) from visit v join line_rule r on r.office_id = v.office_id
  where v.office_id = office and v.state = 'BOOKED'
    and lower(v.during) >= booked_soon.at - make_interval(mins => r.late_minutes)
    and lower(v.during) <= booked_soon.at + interval '3 hours'
$$;

-- Rights -------------------------------------------------------------------------------------------------------
grant select on line_rule, line_day, counter_shift, ticket, ticket_matter, ticket_event, ticket_step to kotiovi_backoffice;
grant insert, update on line_rule, line_day, counter_shift, ticket to kotiovi_backoffice;
grant insert on ticket_matter, ticket_event to kotiovi_backoffice;
grant select on line_rule to kotiovi_portal;
grant select (check_in_code) on visit to kotiovi_portal;
grant execute on function new_check_in_code(), ticket_label(line_lane, integer),
  own_place(bytea), leave_line(bytea, timestamptz), tell_me(bytea, text, text, timestamptz),
  check_in_by_code(text, uuid, text, timestamptz),
  numbers_at_counters(uuid, date), numbers_waiting(uuid, date),
  recent_service_ms(uuid, timestamptz), open_counters(uuid, date), booked_soon(uuid, timestamptz)
  to kotiovi_portal, kotiovi_backoffice;
grant execute on function check_in(uuid, timestamptz, uuid), tell_those_near(uuid, date, timestamptz),
  next_ticket_number(uuid, date, line_lane, boolean),
  take_ticket(uuid, text, language, bytea, text, uuid, timestamptz) to kotiovi_backoffice;

-- The portal gives numbers only as a kiosk: it has to name an address and cannot name a clerk.
create function take_ticket_at_kiosk(office uuid, matter text, spoken language, token bytea, address text, at timestamptz)
  returns table (outcome take_outcome, label text)
  language sql volatile security definer set search_path = public, pg_temp as $$
  select * from take_ticket(office, matter, spoken, token, coalesce(address, ''), null, at)
$$;
grant execute on function take_ticket_at_kiosk(uuid, text, language, bytea, text, timestamptz) to kotiovi_portal;
