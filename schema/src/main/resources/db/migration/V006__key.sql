-- The key room: which key hangs where, and who holds it. Crown jewels: no grant to the portal, ever.
create type key_kind as enum
  ('FLAT', 'STORAGE', 'LAUNDRY', 'SAUNA', 'GARAGE', 'HEATING_POST', 'MAIN_DOOR', 'SECURITY_LOCK', 'MASTER', 'REMOTE', 'PERMIT');
create type lock_system as enum ('MECHANICAL', 'ELECTRONIC');
create type key_state as enum
  ('ORDERED', 'IN_STORE', 'RESERVED', 'HANDED_OUT', 'LOANED', 'READY_FOR_PICKUP', 'LOST', 'BLOCKED', 'REKEY_ORDERED', 'BROKEN', 'RETIRED');
create type key_holder as enum ('OFFICE', 'RESIDENT', 'CREW', 'CONTRACTOR');
create type id_kind as enum ('PASSPORT', 'IDENTITY_CARD', 'DRIVING_LICENCE');

create table key (
  id uuid primary key default uuidv7(),
  office_id uuid not null references office,
  building_id uuid not null references building,
  home_id uuid references home,
  tag text not null constraint key_tag_once unique constraint key_tag_says_nothing check (tag ~ '^K-\d{4,6}$'),
  hook text not null,
  kind key_kind not null,
  lock_system lock_system not null,
  serial text not null,
  state key_state not null
);
create index key_by_home on key (home_id);
create index key_by_hook on key (office_id, hook);

create table key_custody (
  key_id uuid not null references key,
  during tstzrange not null constraint key_custody_not_empty check (not isempty(during) and lower(during) is not null),
  holder key_holder not null,
  resident_id uuid references resident,
  crew_id uuid references crew,
  visit_id uuid references visit,
  constraint key_with_one_holder_at_a_time primary key (key_id, during without overlaps),
  constraint key_custody_names_its_holder check ((holder = 'RESIDENT') = (resident_id is not null) and (holder = 'CREW') = (crew_id is not null))
);
create index key_custody_by_resident on key_custody (resident_id) where resident_id is not null;

create type key_event_kind as enum ('STORED', 'HANDED_OUT', 'RETURNED', 'LOANED', 'LOST', 'BLOCKED');

create table key_event (
  id uuid primary key default uuidv7(),
  key_id uuid not null references key,
  kind key_event_kind not null,
  at timestamptz not null,
  staff_id uuid references staff,
  visit_id uuid references visit,
  resident_id uuid references resident,
  -- the kind of document that was looked at, never its number
  id_kind id_kind,
  constraint key_event_handover_checks_identity check (kind <> 'HANDED_OUT' or id_kind is not null)
);
create index key_event_by_key on key_event (key_id, id);
create index key_event_by_visit on key_event (visit_id) where visit_id is not null;
