-- What the desk does with booked visits: to a counter of its choice, or off the book with a word to the resident.
create type cancel_reason as enum ('STAFF_AWAY', 'OFFICE_CLOSED', 'NOT_NEEDED', 'AS_ASKED', 'OTHER');

alter table visit
  -- what the resident was told when the office cancelled
  add column cancel_reason cancel_reason,
  add column cancel_words text constraint visit_cancel_words_length check (char_length(btrim(cancel_words)) between 3 and 300),
  add constraint visit_cancel_reason_of_office check (cancel_reason is null or state = 'CANCELLED_OFFICE'),
  add constraint visit_cancel_other_in_words check (cancel_reason is distinct from 'OTHER' or cancel_words is not null);
grant select (cancel_reason, cancel_words) on visit to kotiovi_portal;

-- Where to, when staff chose the counter.
alter table visit_event add column counter_id uuid references counter;

-- Wins one counter for a span, or does not. As every claim it locks the minutes first, in their order, and lets go of them
-- when it fails, so that nobody waits for a minute while holding others (see claim_counter). Whoever was marked as absent
-- there and turns up at this moment waits until it is decided. A visit that moves does not stand in its own way.
create function claim_place(place uuid, span tstzrange, minutes integer[], at timestamptz, moving uuid) returns boolean
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform expire_holds(c.office_id, span, at) from counter c where c.id = place;
  perform from counter_unit u where u.counter_id = place and u.minute_of_day = any (minutes)
    order by u.minute_of_day for update;
  perform from visit v where v.counter_id = place and v.during && span and v.state = 'NO_SHOW' and v.id is distinct from moving
    order by v.id for update;
  if exists (select from visit v
      where v.counter_id = place and v.during && span and v.id is distinct from moving
        and v.state in ('HELD', 'BOOKED', 'CHECKED_IN', 'CALLED', 'SERVING'))
    or exists (select from freed_time f
      where f.counter_id = place and f.during && span and f.closed_at is null and f.kept_until > at) then
    raise sqlstate 'KO001';
  end if;
  return true;
exception when sqlstate 'KO001' then
  return false;
end $$;

-- Gives a visit another place, whole or not at all; false when somebody else has it. The time that is left goes to those
-- who wait, unless the visit still covers a part of it or stays at its time.
create function move_visit(moving uuid, place uuid, span tstzrange, minutes integer[], wall timestamp, at timestamptz,
    kept_until timestamptz) returns boolean
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  before visit;
begin
  if not claim_place(place, span, minutes, at, moving) then
    return false;
  end if;
  select * into strict before from visit v where v.id = moving;
  if not (lower(before.during) = lower(span) or (before.counter_id = place and before.during && span)) then
    perform keep_freed(moving, at, kept_until);
  end if;
  update visit v set counter_id = place, during = span, local_start = wall,
      -- whoever was asked for another time is still asked, for of another counter nobody hears
      new_time_asked_at = case when lower(before.during) = lower(span) then v.new_time_asked_at end,
      ics_sequence = v.ics_sequence + (lower(before.during) <> lower(span))::integer
    where v.id = moving;
  return true;
exception when exclusion_violation then
  return false;
end $$;

revoke execute on function claim_place(uuid, tstzrange, integer[], timestamptz, uuid),
  move_visit(uuid, uuid, tstzrange, integer[], timestamp, timestamptz, timestamptz) from public;
grant execute on function claim_place(uuid, tstzrange, integer[], timestamptz, uuid),
  move_visit(uuid, uuid, tstzrange, integer[], timestamp, timestamptz, timestamptz) to kotiovi_backoffice;
