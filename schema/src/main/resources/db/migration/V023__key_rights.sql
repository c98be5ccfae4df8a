-- Who may do what in the key room. The portal reads no table of it: three functions tell a resident of the own keys.
grant select on key_rack, key_bundle, key_handover, key_handover_key, key_loan, key_proposal, key_order, key_staging,
  key_visit_note, key_early_pickup, key_inventory, key_inventory_tick to kotiovi_backoffice;
grant insert on key_handover, key_handover_key, key_early_pickup to kotiovi_backoffice;
grant insert, update on key_rack, key_bundle, key_loan, key_proposal, key_order, key_visit_note, key_inventory,
  key_inventory_tick to kotiovi_backoffice;
grant insert, delete on key_staging to kotiovi_backoffice;
grant usage on sequence key_handover_number, key_order_number to kotiovi_backoffice;
grant execute on function key_event_hash(key_event) to kotiovi_backoffice;

create function my_keys()
  returns table (key_id uuid, home_id uuid, kind key_kind, tag text, since timestamptz)
  language sql stable security definer set search_path = public, pg_temp as $$
  select k.id, k.home_id, k.kind, k.tag, lower(c.during)
  from key_custody c join key k on k.id = c.key_id
  where c.resident_id = me() and upper_inf(c.during) and k.state = 'HANDED_OUT'
$$;

create function my_key_receipts()
  returns table (handover_id uuid, number text, direction key_direction, at timestamptz, home_id uuid, office_id uuid,
    receiver text, clerk text, id_kind id_kind, signing key_signing, signed_name text, signature bytea)
  language sql stable security definer set search_path = public, pg_temp as $$
  select h.id, h.number, h.direction, h.at, h.home_id, h.office_id, r.given_name || ' ' || r.family_name,
    s.given_name || ' ' || s.family_name, h.id_kind, h.signing, h.signed_name, h.signature
  from key_handover h join resident r on r.id = h.resident_id join staff s on s.id = h.staff_id
  where h.resident_id = me()
$$;

create function my_key_receipt_keys(receipt uuid)
  returns table (tag text, kind key_kind, outcome key_outcome)
  language sql stable security definer set search_path = public, pg_temp as $$
  select k.tag, k.kind, i.outcome
  from key_handover h join key_handover_key i on i.handover_id = h.id join key k on k.id = i.key_id
  where h.id = receipt and h.resident_id = me()
$$;

-- An extra key that hangs ready: enough to offer a visit, nothing of where it hangs.
create function my_ready_keys()
  returns table (order_id uuid, number text, kind key_kind, ready_at timestamptz)
  language sql stable security definer set search_path = public, pg_temp as $$
  select o.id, o.number, k.kind, o.ready_at from key_order o join key k on k.id = o.key_id
  where o.resident_id = me() and o.state = 'READY'
$$;

grant execute on function my_keys(), my_key_receipts(), my_key_receipt_keys(uuid), my_ready_keys()
  to kotiovi_portal, kotiovi_backoffice;
