-- Closed orders too: residents see how theirs ended.
drop index key_order_by_resident;
create index key_order_by_resident on key_order (resident_id);

-- Whether somebody's lease of a home is not over; the database asks its own clock, for whoever asks could name any day.
create function has_lease(of_resident uuid, of_home uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select from tenancy t join tenancy_resident tr on tr.tenancy_id = t.id
    where t.home_id = of_home and tr.resident_id = of_resident
      and (upper(t.during) is null or upper(t.during) > (now() at time zone 'Europe/Helsinki')::date))
$$;
revoke execute on function has_lease(uuid, uuid) from public;

-- What people asked for who have moved out since does not count: nobody orders it any more.
create or replace function keys_under_way(of_home uuid) returns integer
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  perform pg_advisory_xact_lock(hashtext('key_wish'), hashtext(of_home::text));
  return coalesce((select sum(w.pieces) from key_wish w
      where w.home_id = of_home and w.state = 'ASKED' and has_lease(w.resident_id, of_home)), 0)
    + (select count(*) from key_order o where o.home_id = of_home and o.closed_at is null);
end $$;

-- Nor does it stand in the way of whoever lives there now.
create or replace function key_wish_within_reason() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if keys_under_way(new.home_id) + new.pieces > 5 then
    raise exception 'Enough keys are under way to this home' using errcode = 'check_violation', constraint = 'key_wish_within_reason';
  end if;
  update key_wish w set state = 'WITHDRAWN', answered_at = now()
  where w.home_id = new.home_id and w.state = 'ASKED' and not has_lease(w.resident_id, w.home_id);
  return new;
end $$;

-- Whoever has moved out neither counts the keys of those who live there now nor asks for any, whatever day they write on it.
create or replace function my_keys_under_way(of_home uuid) returns integer
  language sql volatile security definer set search_path = public, pg_temp as $$
  select keys_under_way(of_home) where has_lease(me(), of_home)
$$;
drop policy own_write on key_wish;
create policy own_write on key_wish for insert to kotiovi_portal
  with check (resident_id = (select me()) and state = 'ASKED' and answered_by is null and exists (
    select from tenancy t join tenancy_resident tr on tr.tenancy_id = t.id
    where t.home_id = key_wish.home_id and tr.resident_id = (select me()) and tr.role = 'MAIN'
      and (upper(t.during) is null or upper(t.during)
        > greatest((key_wish.asked_at at time zone 'Europe/Helsinki')::date, (now() at time zone 'Europe/Helsinki')::date))));

-- Nobody is me() in the back office.
revoke execute on function my_keys_under_way(uuid), my_key_orders() from kotiovi_backoffice;
