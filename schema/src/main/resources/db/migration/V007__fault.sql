-- Fault reports: what is broken, where, how urgent, and everything that happened since.
create type urgency as enum ('P0', 'P1', 'P2', 'P3', 'P4');
create type place_zone as enum ('HOME', 'BUILDING', 'OUTSIDE');
create type responsible as enum ('LANDLORD', 'RESIDENT', 'UTILITY');
create type trade as enum
  ('PLUMBING', 'HVAC', 'ELECTRIC', 'LOCK', 'CARPENTRY', 'BUILDING', 'APPLIANCE', 'LIFT', 'CARETAKER', 'YARD', 'PEST', 'DISPATCH');

create table fault_place (
  code text primary key,
  position integer not null constraint fault_place_position_once unique,
  zone place_zone not null,
  name_fi text not null,
  name_sv text not null,
  name_en text not null
);

create table fault_category (
  code text primary key,
  position integer not null constraint fault_category_position_once unique,
  trade trade not null,
  name_fi text not null,
  name_sv text not null,
  name_en text not null
);

create table fault_problem (
  code text primary key,
  category_code text not null references fault_category,
  position integer not null,
  urgency urgency not null,
  responsible responsible not null,
  name_fi text not null,
  name_sv text not null,
  name_en text not null,
  -- what to try before sending; empty when there is nothing to try
  check_first_fi text not null,
  check_first_sv text not null,
  check_first_en text not null,
  constraint fault_problem_position_once unique (category_code, position)
);

-- Only combinations that make sense are offered.
create table fault_place_category (
  place_code text not null references fault_place,
  category_code text not null references fault_category,
  primary key (place_code, category_code)
);

create type danger as enum
  ('FIRE_OR_PERSON', 'WATER_RUNNING', 'SEWAGE', 'NO_POWER_OR_SPARKS', 'NO_WATER', 'NO_HEAT', 'DOOR_OPEN', 'FALLING_OR_YARD');
create type entry_consent as enum ('YES', 'ONLY_WITH_ME', 'CALL_FIRST');
create type pets as enum ('NONE', 'BEHIND_DOOR', 'LOOSE');
create type fault_state as enum
  ('RECEIVED', 'ON_CALL_ALERTED', 'ACCEPTED', 'SCHEDULED', 'ON_THE_WAY', 'IN_PROGRESS', 'WAITING', 'NO_ACCESS', 'DONE', 'CLOSED');
create type closing_reason as enum
  ('FIXED', 'NO_FAULT_FOUND', 'RESIDENT_TASK', 'OTHER_PARTY', 'DUPLICATE', 'TO_PROGRAMME', 'WITHDRAWN');

create table fault (
  id uuid primary key default uuidv7(),
  number text not null constraint fault_number_once unique,
  submission_id uuid not null constraint fault_filed_once unique,
  building_id uuid not null references building,
  home_id uuid not null references home,
  resident_id uuid not null references resident,
  place_code text not null references fault_place,
  problem_code text not null references fault_problem,
  danger danger,
  urgency urgency not null,
  description text not null constraint fault_description_length check (char_length(description) between 1 and 10000),
  phone text not null constraint fault_phone_is_e164 check (phone ~ '^\+[1-9]\d{5,14}$'),
  language language not null,
  entry_consent entry_consent,
  pets pets,
  extra_lock boolean not null default false,
  entry_times text not null default '' constraint fault_entry_times_length check (char_length(entry_times) <= 500),
  state fault_state not null,
  version integer not null default 1,
  filed_at timestamptz not null,
  promised_by timestamptz not null,
  closing_reason closing_reason,
  constraint fault_closed_has_a_reason check ((state = 'CLOSED') = (closing_reason is not null)),
  constraint fault_danger_is_urgent check (danger is null or urgency in ('P0', 'P1'))
);
create index fault_by_resident on fault (resident_id, filed_at desc);
create index fault_open_by_building on fault (building_id) where state not in ('DONE', 'CLOSED');

-- The timeline a resident reads. Append-only.
create type fault_actor as enum ('RESIDENT', 'CREW', 'ON_CALL', 'OFFICE', 'SYSTEM');

create table fault_event (
  id uuid primary key default uuidv7(),
  fault_id uuid not null references fault,
  version integer not null,
  state fault_state not null,
  at timestamptz not null,
  actor fault_actor not null,
  -- the name the resident may see: a crew, never more of a person than the first name
  actor_name text not null default '',
  staff_id uuid references staff,
  note text not null default '' constraint fault_event_note_length check (char_length(note) <= 10000),
  constraint fault_event_version_once unique (fault_id, version)
);
