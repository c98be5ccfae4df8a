-- A spare stays on the wall: it alone is no reason to come. What is ordered as an extra key is fetched all the same.
create or replace function keys_wait_for_me(of_home uuid, at_office uuid, extra boolean) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
      select from tenancy t join tenancy_resident tr on tr.tenancy_id = t.id
      where t.home_id = of_home and tr.resident_id = me())
    and exists (
      select from key k where k.home_id = of_home and k.office_id = at_office
        and case when extra then k.state = 'READY_FOR_PICKUP'
          else not k.spare and k.state in ('IN_STORE', 'RESERVED', 'READY_FOR_PICKUP') end)
$$;
