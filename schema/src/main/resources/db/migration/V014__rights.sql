-- Who may do what, in one place. The back office reads and writes the rows of the business and cannot rewrite
-- what happened. The portal gets columns, and of those only the rows of the signed-in resident.

-- Back office ------------------------------------------------------------------------------------------------
grant select on all tables in schema public to kotiovi_backoffice;
grant usage on all sequences in schema public to kotiovi_backoffice;
grant insert, update on
  office, crew, building, building_crew_hint, home, resident, tenancy, tenancy_resident, staff, staff_has_role,
  resident_account, staff_account, opening_hours, closure, counter, counter_unit, visit, key, key_custody,
  fault, work_order, on_call_shift, alert, contact, notification, attachment, notice to kotiovi_backoffice;
grant insert on
  sign_in_attempt, visit_event, key_event, fault_event, work_order_event, alert_policy_step, alert_event,
  contact_message, contact_note, contact_event, access_log to kotiovi_backoffice;
grant insert, update, delete on staff_draft to kotiovi_backoffice;
grant delete on staff_has_role, draft, attachment to kotiovi_backoffice;

-- Portal: what anybody may read --------------------------------------------------------------------------------
grant select on office, visit_type, contact_topic, fault_place, fault_category, fault_problem, fault_place_category,
  opening_hours, closure, counter to kotiovi_portal;
grant select (username, realm, password, who) on demo_sign_in to kotiovi_portal;
grant usage on sequence fault_number, work_order_number, visit_number, contact_number to kotiovi_portal;

-- Portal: locking a counter's minute, never changing it ---------------------------------------------------------
grant select, update on counter_unit to kotiovi_portal;
alter table counter_unit enable row level security;
create policy everybody_reads on counter_unit for select using (true);
create policy portal_locks on counter_unit for update to kotiovi_portal using (true) with check (false);
create policy backoffice_all on counter_unit to kotiovi_backoffice using (true) with check (true);
create policy owner_all on counter_unit to kotiovi_owner using (true) with check (true);

-- Portal: columns ----------------------------------------------------------------------------------------------
grant select on tenancy, tenancy_resident, home to kotiovi_portal;
grant select (id, office_id, crew_id, street_fi, street_sv, house_number, postcode, town) on building to kotiovi_portal;
grant select (id, name, phone) on crew to kotiovi_portal;
grant select (id, given_name, family_name, email, phone, language), update (language) on resident to kotiovi_portal;
grant select (resident_id, username, password_hash, disabled_at), update (password_hash) on resident_account to kotiovi_portal;
grant insert (realm, username, address, succeeded, at) on sign_in_attempt to kotiovi_portal;

grant select, insert, update (state, version, closing_reason) on fault to kotiovi_portal;
grant select (id, fault_id, version, state, at, actor, actor_name, note),
  insert (fault_id, version, state, at, actor, actor_name, note) on fault_event to kotiovi_portal;
grant select (id, number, fault_id, crew_id, state, urgency, created_at, done_note, done_at),
  insert (number, fault_id, crew_id, state, urgency, created_at) on work_order to kotiovi_portal;
grant insert (fault_id, office_id, state, next_at, triggered_at), select (id, fault_id, state, triggered_at, acknowledged_at, step)
  on alert to kotiovi_portal;

grant select (id, number, office_id, counter_id, visit_type_code, resident_id, home_id, state, during, local_start, zone, held_until, ics_sequence, created_at),
  insert (id, number, office_id, counter_id, visit_type_code, resident_id, home_id, state, during, local_start, zone, held_until, created_at),
  update (state, counter_id, during, local_start, held_until, ics_sequence) on visit to kotiovi_portal;
grant select (id, visit_id, kind, at, starts_at), insert (visit_id, kind, at, starts_at) on visit_event to kotiovi_portal;

grant select (id, number, office_id, resident_id, home_id, channel, topic_code, subject, language, state, arrived_at, promised_by, version, closed_at),
  insert (number, office_id, resident_id, home_id, channel, topic_code, subject, language, state, arrived_at, promised_by),
  update (state, arrived_at, promised_by, version, closed_at) on contact to kotiovi_portal;
grant select (id, contact_id, submission_id, direction, body, at, resident_id),
  insert (contact_id, submission_id, direction, body, at, resident_id) on contact_message to kotiovi_portal;
grant select (id, contact_id, kind, at), insert (contact_id, kind, at) on contact_event to kotiovi_portal;

grant insert (kind, cause_id, sequence, channel, lane, recipient, language, resident_id, state, created_at, due_at) on notification to kotiovi_portal;
grant select (id, resident_id, fault_id, work_order_id, contact_message_id, file_name, media_type, content, created_at),
  insert (resident_id, file_name, media_type, content, created_at),
  update (fault_id, contact_message_id), delete on attachment to kotiovi_portal;
grant select, insert, update, delete on draft to kotiovi_portal;
grant select on notice to kotiovi_portal;
grant select (id, resident_id, reason, at) on access_log to kotiovi_portal;

-- Portal: rows -------------------------------------------------------------------------------------------------
-- Row-level security holds for everyone but the two roles that are named here as seeing all rows.
do $$
declare
  t text;
begin
  foreach t in array array['resident', 'tenancy', 'tenancy_resident', 'home', 'building', 'resident_account', 'sign_in_attempt', 'fault', 'fault_event',
      'work_order', 'alert', 'visit', 'visit_event', 'contact', 'contact_message', 'contact_event', 'notification', 'attachment',
      'draft', 'notice', 'access_log'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy owner_all on %I to kotiovi_owner using (true) with check (true)', t);
    execute format('create policy backoffice_all on %I to kotiovi_backoffice using (true) with check (true)', t);
  end loop;
end $$;

create policy own on resident to kotiovi_portal using (id = (select me())) with check (id = (select me()));
create policy own on tenancy_resident for select to kotiovi_portal using (resident_id = (select me()));
create policy own on tenancy for select to kotiovi_portal
  using (id in (select tenancy_id from tenancy_resident where resident_id = (select me())));
create policy own on home for select to kotiovi_portal
  using (id in (select t.home_id from tenancy t));
create policy own on building for select to kotiovi_portal
  using (id in (select h.building_id from home h));
create policy own on notice for select to kotiovi_portal
  using (building_id in (select b.id from building b));

create policy signing_in on resident_account for select to kotiovi_portal using (username = (select signing_in()) or resident_id = (select me()));
create policy own_update on resident_account for update to kotiovi_portal using (resident_id = (select me())) with check (resident_id = (select me()));
create policy note_attempt on sign_in_attempt for insert to kotiovi_portal with check (realm = 'RESIDENT');

create policy own on fault to kotiovi_portal using (resident_id = (select me()))
  with check (resident_id = (select me()) and home_id in (select h.id from home h));
create policy own_read on fault_event for select to kotiovi_portal using (fault_id in (select f.id from fault f));
create policy own_write on fault_event for insert to kotiovi_portal
  with check (fault_id in (select f.id from fault f) and actor in ('RESIDENT', 'SYSTEM') and staff_id is null);
create policy own_read on work_order for select to kotiovi_portal using (fault_id in (select f.id from fault f));
create policy own_write on work_order for insert to kotiovi_portal
  with check (state = 'NEW' and assignee_id is null and exists (
    select from fault f join building b on b.id = f.building_id where f.id = fault_id and b.crew_id = work_order.crew_id));
create policy own_read on alert for select to kotiovi_portal using (fault_id in (select f.id from fault f));
create policy own_write on alert for insert to kotiovi_portal
  with check (state = 'TRIGGERED' and step = 0 and fault_id in (select f.id from fault f where f.urgency in ('P0', 'P1')));

create policy own on visit to kotiovi_portal using (resident_id = (select me()))
  with check (resident_id = (select me()) and state in ('HELD', 'BOOKED', 'CANCELLED_RESIDENT', 'EXPIRED'));
create policy own_read on visit_event for select to kotiovi_portal using (visit_id in (select v.id from visit v));
create policy own_write on visit_event for insert to kotiovi_portal
  with check (visit_id in (select v.id from visit v) and staff_id is null);

create policy own on contact to kotiovi_portal using (resident_id = (select me()))
  with check (resident_id = (select me()) and owner_id is null);
create policy own_read on contact_message for select to kotiovi_portal using (contact_id in (select c.id from contact c));
create policy own_write on contact_message for insert to kotiovi_portal
  with check (contact_id in (select c.id from contact c) and direction = 'IN' and resident_id = (select me()) and staff_id is null);
create policy own_read on contact_event for select to kotiovi_portal using (contact_id in (select c.id from contact c));
create policy own_write on contact_event for insert to kotiovi_portal
  with check (contact_id in (select c.id from contact c) and staff_id is null and kind in ('ARRIVED', 'RESIDENT_REPLIED', 'CLOSED'));

create policy own_write on notification for insert to kotiovi_portal
  with check (resident_id = (select me()) and lane = 'NORMAL' and state = 'PENDING'
    and recipient in (select r.email from resident r)
    and cause_id in (select f.id from fault f union all select v.id from visit v union all select c.id from contact c));
create policy own_read on attachment for select to kotiovi_portal
  using (resident_id = (select me())
    or fault_id in (select f.id from fault f)
    or work_order_id in (select w.id from work_order w)
    or contact_message_id in (select m.id from contact_message m));
create policy own_insert on attachment for insert to kotiovi_portal
  with check (resident_id = (select me()) and fault_id is null and contact_message_id is null);
create policy own_update on attachment for update to kotiovi_portal using (resident_id = (select me())) with check (resident_id = (select me())
    and (fault_id is null or fault_id in (select f.id from fault f))
    and (contact_message_id is null or contact_message_id in (select m.id from contact_message m)));
create policy own_draft_delete on attachment for delete to kotiovi_portal
  using (resident_id = (select me()) and fault_id is null and contact_message_id is null);
create policy own on draft to kotiovi_portal using (resident_id = (select me())) with check (resident_id = (select me()));
create policy own on access_log for select to kotiovi_portal using (resident_id = (select me()));

-- How often a sign-in failed lately: a count, so that the portal never reads whose.
create function failed_sign_ins(of_realm realm, by_username text, since timestamptz) returns bigint
  language sql stable security definer set search_path = public, pg_temp as $$
  select count(*) from sign_in_attempt a
  where a.realm = of_realm and a.username = by_username and a.at > since and not a.succeeded
$$;
create function failed_sign_ins_from(of_realm realm, by_address text, since timestamptz) returns bigint
  language sql stable security definer set search_path = public, pg_temp as $$
  select count(*) from sign_in_attempt a
  where a.realm = of_realm and a.address = by_address and a.at > since and not a.succeeded
$$;

-- New tables of later migrations start closed; functions are called only by who is named.
revoke execute on all functions in schema public from public;
alter default privileges for role kotiovi_owner revoke execute on functions from public;
grant execute on function me(), signing_in(), short_number(text, timestamptz, bigint), holidays_of(integer), easter_sunday(integer),
  taken_times(uuid, tstzrange, timestamptz), expire_holds(uuid, tstzrange, timestamptz),
  failed_sign_ins(realm, text, timestamptz), failed_sign_ins_from(realm, text, timestamptz), place_in_line(uuid)
  to kotiovi_portal, kotiovi_backoffice;
