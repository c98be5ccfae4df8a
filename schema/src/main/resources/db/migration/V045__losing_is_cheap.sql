-- The counters that are taken in a span, as a part of a larger question: without a right and a path of its own it becomes a
-- part of the plan of whoever asks. Whoever else wants to know asks taken_times.
create function taken_within(office uuid, span tstzrange, at timestamptz) returns table (counter_id uuid, during tstzrange)
  language sql stable as $$
  select v.counter_id, v.during from public.visit v
  where v.office_id = office and v.during && span
    and v.state in ('HELD', 'BOOKED', 'CHECKED_IN', 'CALLED', 'SERVING')
    and (v.held_until is null or v.held_until > at)
  union all
  select f.counter_id, f.during from public.freed_time f
  where f.office_id = office and f.during && span and f.closed_at is null and f.kept_until > at
$$;
revoke execute on function taken_within(uuid, tstzrange, timestamptz) from public;

create or replace function taken_times(office uuid, span tstzrange, at timestamptz)
  returns table (counter_id uuid, during tstzrange)
  language sql stable security definer set search_path = public, pg_temp as $$
  select t.counter_id, t.during from taken_within(office, span, at) t
$$;

-- Holds whose time is out are put away only by somebody who has seen a counter to claim: whoever comes when all are taken
-- hears so from one look, for taken_within passes over such holds anyway.
create or replace function claim_counter(office uuid, span tstzrange, minutes integer[], at timestamptz, served integer, for_staff boolean)
  returns uuid
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  candidate uuid;
  locked integer;
  is_tidy boolean := false;
begin
  for round in 1..3 loop
    for candidate in
      select c.id from counter c
      where c.office_id = office and c.number <= served
        and c.id not in (select t.counter_id from taken_within(office, span, at) t)
      order by case when for_staff then -c.number else c.number end
    loop
      if not is_tidy then
        perform expire_holds(office, span, at);
        is_tidy := true;
      end if;
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
            and candidate not in (select t.counter_id from taken_within(office, span, at) t) then
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
