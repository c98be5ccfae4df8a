-- The key room: where keys hang, what rings they are on, and everything that is done with them.
create table key_rack (
  office_id uuid not null references office,
  name text not null constraint key_rack_name check (name ~ '^[A-ZÅÄÖ]{1,2}$'),
  hooks integer not null constraint key_rack_hooks check (hooks between 1 and 999),
  per_row integer not null default 10 constraint key_rack_row check (per_row between 1 and 40),
  primary key (office_id, name)
);
insert into key_rack (office_id, name, hooks)
  select office_id, split_part(hook, ' ', 1), least(999, greatest(20, max(split_part(hook, ' ', 2)::integer)))
  from key where hook ~ '^[A-ZÅÄÖ]{1,2} \d{2,3}$' group by 1, 2;

-- Keys on one ring. Its code says as little of the address as a tag does.
create table key_bundle (
  id uuid primary key default uuidv7(),
  office_id uuid not null references office,
  building_id uuid not null references building,
  home_id uuid references home,
  code text not null constraint key_bundle_code_once unique constraint key_bundle_code_says_nothing check (code ~ '^N-\d{4,6}$'),
  constraint key_bundle_in_one_room unique (id, office_id, building_id)
);
create index key_bundle_by_home on key_bundle (home_id);

alter table key
  add column bundle_id uuid,
  add column spare boolean not null default false,
  add column note text not null default '' constraint key_note_length check (char_length(note) <= 500),
  add constraint key_hangs_with_its_bundle foreign key (bundle_id, office_id, building_id) references key_bundle (id, office_id, building_id),
  add constraint key_master_opens_more_than_a_home check (kind <> 'MASTER' or home_id is null),
  add constraint key_serial_length check (char_length(serial) <= 60);
create index key_by_bundle on key (bundle_id) where bundle_id is not null;
create index key_by_building on key (building_id);
create index key_by_tag_number on key ((substr(tag, 3)::integer));
create index key_by_serial on key (lower(serial) text_pattern_ops);
create index key_by_tag on key (lower(tag) text_pattern_ops);
create index key_by_hook_prefix on key (office_id, lower(hook) text_pattern_ops);
create index resident_by_words on resident using gin ((lower(given_name || ' ' || family_name)) ext.gin_trgm_ops);

-- A state follows from another; a key that was retired stays so.
create function key_state_follows() returns trigger language plpgsql as $$
begin
  if new.state <> old.state and not new.state = any (case old.state
      when 'ORDERED' then '{IN_STORE,READY_FOR_PICKUP,RETIRED}'
      when 'IN_STORE' then '{RESERVED,HANDED_OUT,LOANED,READY_FOR_PICKUP,LOST,BROKEN,RETIRED}'
      when 'RESERVED' then '{IN_STORE,HANDED_OUT,LOST,BROKEN}'
      when 'READY_FOR_PICKUP' then '{IN_STORE,HANDED_OUT,LOST,BROKEN}'
      when 'HANDED_OUT' then '{IN_STORE,BROKEN,LOST}'
      when 'LOANED' then '{IN_STORE,BROKEN,LOST}'
      when 'LOST' then '{IN_STORE,BLOCKED,REKEY_ORDERED,RETIRED}'
      when 'BLOCKED' then '{IN_STORE,RETIRED}'
      when 'REKEY_ORDERED' then '{RETIRED}'
      when 'BROKEN' then '{RETIRED}'
      else '{}' end::key_state[]) then
    raise exception 'A key that is % cannot become %', old.state, new.state
      using errcode = 'check_violation', constraint = 'key_state_follows';
  end if;
  return new;
end $$;
create trigger key_state_follows before update of state on key for each row execute function key_state_follows();

-- A signed handing over, out or in. Anybody may bring keys back, hence the name of whoever signed.
create sequence key_handover_number;
create table key_handover (
  id uuid primary key default uuidv7(),
  number text not null constraint key_handover_number_once unique,
  direction key_direction not null,
  office_id uuid not null references office,
  home_id uuid not null references home,
  visit_id uuid references visit,
  resident_id uuid not null references resident,
  -- the kind of document that was looked at, never its number
  id_kind id_kind,
  staff_id uuid not null references staff,
  at timestamptz not null,
  signing key_signing not null,
  signature bytea,
  signed_name text not null constraint key_handover_signed_by_somebody check (char_length(signed_name) between 2 and 120),
  constraint key_handover_out_checks_identity check (direction = 'IN' or id_kind is not null),
  constraint key_handover_out_has_visit check (direction = 'IN' or visit_id is not null),
  constraint key_handover_is_signed check ((signing = 'SCREEN') = (signature is not null)),
  constraint key_handover_signature_size check (octet_length(signature) between 60 and 200000),
  constraint key_handover_box_only_takes check (signing <> 'DROP_BOX' or (direction = 'IN' and visit_id is null))
);
create index key_handover_by_resident on key_handover (resident_id, at desc);
create index key_handover_by_visit on key_handover (visit_id) where visit_id is not null;

create table key_handover_key (
  handover_id uuid not null references key_handover,
  key_id uuid not null references key,
  outcome key_outcome not null,
  primary key (handover_id, key_id)
);

-- Loans to crews and contractors. A crew's name on a ladder: reminded when due, the foreman, the office.
create table key_loan (
  id uuid primary key default uuidv7(),
  key_id uuid not null references key,
  work_order_id uuid constraint key_loan_needs_work_order not null references work_order,
  crew_id uuid references crew,
  contractor text constraint key_loan_contractor_length check (char_length(contractor) between 2 and 120),
  contractor_phone text constraint key_loan_phone_is_e164 check (contractor_phone ~ '^\+[1-9]\d{5,14}$'),
  borrower_id uuid references staff,
  lent_by uuid not null references staff,
  lent_at timestamptz not null,
  due_at timestamptz not null,
  returned_at timestamptz,
  returned_to uuid references staff,
  -- how many of the three reminders are behind us, and when the next one is due
  step integer not null default 0 constraint key_loan_step check (step between 0 and 3),
  next_at timestamptz,
  constraint key_loan_to_crew_or_contractor check (num_nonnulls(crew_id, contractor) = 1),
  constraint key_loan_due_after_lent check (due_at > lent_at),
  constraint key_loan_back_to_somebody check ((returned_at is null) = (returned_to is null)),
  constraint key_loan_reminds_while_open check (next_at is null or returned_at is null)
);
create unique index key_loan_one_open on key_loan (key_id) where returned_at is null;
create index key_loan_due on key_loan (next_at) where next_at is not null;
create index key_loan_open on key_loan (due_at) where returned_at is null;
create index key_loan_by_work_order on key_loan (work_order_id);

-- What should happen to a lock whose key is missing. The program proposes, a person decides.
create table key_proposal (
  id uuid primary key default uuidv7(),
  key_id uuid not null references key,
  kind key_proposal_kind not null,
  reason key_proposal_reason not null,
  state key_proposal_state not null,
  resident_id uuid references resident,
  tenancy_id uuid references tenancy,
  -- until when the key may still come by itself
  due_at timestamptz not null,
  created_at timestamptz not null,
  decided_at timestamptz,
  decided_by uuid references staff,
  invoiced boolean not null default false,
  note text not null default '' constraint key_proposal_note_length check (char_length(note) <= 500),
  constraint key_proposal_once_per_lease unique (key_id, tenancy_id),
  constraint key_proposal_decided_by_a_person
    check ((state in ('ACCEPTED', 'DECLINED')) = (decided_by is not null) and (state in ('WAITING', 'OPEN')) = (decided_at is null))
);
create unique index key_proposal_one_open on key_proposal (key_id) where state in ('WAITING', 'OPEN');
create index key_proposal_due on key_proposal (due_at) where state = 'WAITING';

create sequence key_order_number;
create table key_order (
  id uuid primary key default uuidv7(),
  number text not null constraint key_order_number_once unique,
  key_id uuid not null references key constraint key_order_one_per_key unique,
  office_id uuid not null references office,
  home_id uuid not null references home,
  resident_id uuid not null references resident,
  state key_order_state not null,
  ordered_by uuid not null references staff,
  ordered_at timestamptz not null,
  ready_at timestamptz,
  closed_at timestamptz,
  constraint key_order_closed_has_time check ((state in ('FETCHED', 'CANCELLED')) = (closed_at is not null)),
  constraint key_order_ready_has_time check (state <> 'READY' or ready_at is not null)
);
create index key_order_open on key_order (office_id, ordered_at) where closed_at is null;
create index key_order_by_resident on key_order (resident_id) where closed_at is null;

-- Getting ready for visits: keys taken off the wall beforehand, a note for whoever serves, keys before the lease.
create table key_staging (
  visit_id uuid not null references visit,
  key_id uuid not null references key,
  staff_id uuid not null references staff,
  at timestamptz not null,
  primary key (visit_id, key_id)
);
create unique index key_staged_for_one_visit on key_staging (key_id);

create table key_visit_note (
  visit_id uuid primary key references visit,
  body text not null constraint key_visit_note_length check (char_length(body) <= 1000),
  staff_id uuid not null references staff,
  changed_at timestamptz not null
);

create table key_early_pickup (
  visit_id uuid primary key references visit,
  agreed_by uuid not null references staff,
  reason text not null constraint key_early_pickup_has_a_reason check (char_length(btrim(reason)) between 3 and 500),
  at timestamptz not null
);

-- Walking along the wall: one walk at a time in an office, and what was signed off stays as it was.
create table key_inventory (
  id uuid primary key default uuidv7(),
  office_id uuid not null references office,
  started_by uuid not null references staff,
  started_at timestamptz not null,
  signed_off_by uuid references staff,
  signed_off_at timestamptz,
  constraint key_inventory_signed_off_by_somebody check ((signed_off_by is null) = (signed_off_at is null))
);
create unique index key_inventory_one_open on key_inventory (office_id) where signed_off_at is null;
create index key_inventory_newest on key_inventory (office_id, started_at desc);

create table key_inventory_tick (
  inventory_id uuid not null references key_inventory,
  key_id uuid not null references key,
  hook text not null,
  expected boolean not null,
  found boolean not null,
  staff_id uuid not null references staff,
  at timestamptz not null,
  primary key (inventory_id, key_id)
);
create function key_inventory_stays_signed() returns trigger language plpgsql as $$
begin
  -- locked first and looked at then: whoever signs off at this moment is waited for
  perform from key_inventory where id = new.inventory_id for share;
  if exists (select from key_inventory where id = new.inventory_id and signed_off_at is not null) then
    raise exception 'This walk along the wall has been signed off'
      using errcode = 'check_violation', constraint = 'key_inventory_stays_signed';
  end if;
  return new;
end $$;
create trigger key_inventory_stays_signed before insert or update on key_inventory_tick
  for each row execute function key_inventory_stays_signed();
