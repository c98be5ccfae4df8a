-- Claims in one call, free times in few rows, and what the queue needs to know of what was handed back.

-- Wins a counter for a span against everybody who wants one at the same moment, and keeps its minutes locked until the
-- transaction ends; null when all are taken. Minutes in use are passed over, so that racers spread over the counters.
-- An attempt that fails lets go of the minutes it has locked, for whoever waits for a minute while holding others that
-- somebody else waits for ends in a deadlock; hence the block with a handler, which is a savepoint. The last round
-- waits: everything that looks free is then in somebody's hands, and who gives up would leave a time unsold.
create function claim_counter(office uuid, span tstzrange, minutes integer[], at timestamptz) returns uuid
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  candidate uuid;
  locked integer;
begin
  perform expire_holds(office, span, at);
  for round in 1..3 loop
    for candidate in
      select c.id from counter c
      where c.office_id = office and c.id not in (select t.counter_id from taken_times(office, span, at) t)
      order by c.number
    loop
      begin
        if round < 3 then
          perform from counter_unit u where u.counter_id = candidate and u.minute_of_day = any (minutes)
            order by u.minute_of_day for update skip locked;
        else
          perform from counter_unit u where u.counter_id = candidate and u.minute_of_day = any (minutes)
            order by u.minute_of_day for update;
        end if;
        get diagnostics locked = row_count;
        if locked = cardinality(minutes)
            and candidate not in (select t.counter_id from taken_times(office, span, at) t) then
          return candidate;
        end if;
        raise sqlstate 'KO001';
      exception when sqlstate 'KO001' then
        null;
      end;
    end loop;
    if not found then
      return null;
    end if;
  end loop;
  return null;
end $$;

-- Nobody but the claim locks minutes any more.
revoke select, update on counter_unit from kotiovi_portal;
drop policy portal_locks on counter_unit;
grant execute on function claim_counter(uuid, tstzrange, integer[], timestamptz) to kotiovi_portal, kotiovi_backoffice;

-- When counters are busy, one row for visits that follow each other without a gap: a month of a busy office is thousands
-- of visits and hundreds of these. By the start of the visit, whose index is read in order, where the index of the spans
-- would be searched; no visit is as long as a day.
create function busy_times(office uuid, span tstzrange, at timestamptz)
  returns table (counter_id uuid, busy_from timestamptz, busy_until timestamptz)
  language sql stable security definer set search_path = public, pg_temp as $$
  select b.counter_id, lower(b.during), upper(b.during) from (
    select v.counter_id, unnest(range_agg(v.during)) as during from visit v
    where v.office_id = office
      and lower(v.during) > lower(span) - interval '1 day' and lower(v.during) < upper(span) and upper(v.during) > lower(span)
      and v.state in ('HELD', 'BOOKED', 'CHECKED_IN', 'CALLED', 'SERVING')
      and (v.held_until is null or v.held_until > at)
    group by v.counter_id) b
$$;
grant execute on function busy_times(uuid, tstzrange, timestamptz) to kotiovi_portal, kotiovi_backoffice;

create index contact_event_handed_back on contact_event (staff_id, at) where kind = 'HANDED_BACK';
