-- Claims in one call: a time at a counter, and the next in line that the same clerk has not just handed back.

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

create index contact_event_handed_back on contact_event (staff_id, at) where kind = 'HANDED_BACK';
