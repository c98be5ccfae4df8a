-- What is a resident's own, found once in a statement through indexes. Policies that asked the tables below them, whose
-- own policies asked the next, read every tenancy, every home and every message of the landlord to find a handful.
create function my_tenancies() returns uuid[]
  language sql stable parallel safe security definer set search_path = public, pg_temp
  return array(select o.tenancy_id from tenancy_resident o where o.resident_id = me());
create function my_homes() returns uuid[]
  language sql stable parallel safe security definer set search_path = public, pg_temp
  return array(select t.home_id from tenancy_resident o join tenancy t on t.id = o.tenancy_id where o.resident_id = me());
create function my_buildings() returns uuid[]
  language sql stable parallel safe security definer set search_path = public, pg_temp
  return array(select h.building_id from tenancy_resident o join tenancy t on t.id = o.tenancy_id
    join home h on h.id = t.home_id where o.resident_id = me());
create function my_work_orders() returns uuid[]
  language sql stable parallel safe security definer set search_path = public, pg_temp
  return array(select w.id from fault f join work_order w on w.fault_id = f.id where f.resident_id = me());
create function my_contact_messages() returns uuid[]
  language sql stable parallel safe security definer set search_path = public, pg_temp
  return array(select m.id from contact c join contact_message m on m.contact_id = c.id where c.resident_id = me());
revoke execute on function my_tenancies(), my_homes(), my_buildings(), my_work_orders(), my_contact_messages() from public;
grant execute on function my_tenancies(), my_homes(), my_buildings(), my_work_orders(), my_contact_messages()
  to kotiovi_portal;

alter policy own on tenancy using (id = any ((select my_tenancies())::uuid[]));
alter policy own on home using (id = any ((select my_homes())::uuid[]));
alter policy own on building using (id = any ((select my_buildings())::uuid[]));
alter policy own on notice using (building_id = any ((select my_buildings())::uuid[]));
alter policy own on fault with check (resident_id = (select me()) and home_id = any ((select my_homes())::uuid[]));
alter policy own_read on attachment
  using (resident_id = (select me())
    or fault_id in (select f.id from fault f)
    or work_order_id = any ((select my_work_orders())::uuid[])
    or contact_message_id = any ((select my_contact_messages())::uuid[]));
alter policy own_update on attachment with check (resident_id = (select me())
  and (fault_id is null or fault_id in (select f.id from fault f))
  and (contact_message_id is null or contact_message_id = any ((select my_contact_messages())::uuid[])));
