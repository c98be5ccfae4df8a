-- Anything that arrives and wants an answer: one line, in order of arrival.
create type contact_channel as enum
  ('PORTAL_MESSAGE', 'SERVICE_REQUEST', 'EMAIL', 'CHAT', 'PHONE', 'WALK_IN', 'LETTER', 'ON_CALL');
create type contact_state as enum ('NEW', 'TAKEN', 'ANSWERED', 'CLOSED');

create table contact_topic (
  code text primary key,
  position integer not null constraint contact_topic_position_once unique,
  name_fi text not null,
  name_sv text not null,
  name_en text not null
);

create table contact (
  id uuid primary key default uuidv7(),
  number text not null constraint contact_number_once unique,
  office_id uuid not null references office,
  resident_id uuid references resident,
  home_id uuid references home,
  channel contact_channel not null,
  topic_code text not null references contact_topic,
  subject text not null constraint contact_subject_length check (char_length(subject) between 1 and 200),
  language language not null,
  state contact_state not null,
  -- the place in the line; given once, never improved or lost
  arrived_at timestamptz not null,
  promised_by timestamptz not null,
  owner_id uuid references staff,
  lease_until timestamptz,
  -- why it came back to the line, if it did
  returned_reason text not null default '' constraint contact_returned_reason_length check (char_length(returned_reason) <= 500),
  version integer not null default 1,
  closed_at timestamptz,
  constraint contact_claimed_by_one_person check ((state = 'TAKEN') = (owner_id is not null) and (state = 'TAKEN') = (lease_until is not null)),
  constraint contact_closed_has_time check ((state = 'CLOSED') = (closed_at is not null))
) with (fillfactor = 70);
create index contact_waiting on contact (arrived_at, id) where state = 'NEW';
create unique index contact_one_active_per_person on contact (owner_id) where state = 'TAKEN';
create index contact_leased on contact (lease_until) where state = 'TAKEN';
create index contact_by_resident on contact (resident_id, arrived_at desc);
create index contact_handled on contact (closed_at desc) where state = 'CLOSED';

create type message_direction as enum ('IN', 'OUT');

create table contact_message (
  id uuid primary key default uuidv7(),
  contact_id uuid not null references contact,
  submission_id uuid not null constraint contact_message_sent_once unique,
  direction message_direction not null,
  body text not null constraint contact_message_body_length check (char_length(body) between 1 and 10000),
  at timestamptz not null,
  resident_id uuid references resident,
  staff_id uuid references staff
);
create index contact_message_by_contact on contact_message (contact_id, id);

-- What colleagues write to each other about a contact. Another table, so that no policy slip can show it to a resident.
create table contact_note (
  id uuid primary key default uuidv7(),
  contact_id uuid not null references contact,
  body text not null constraint contact_note_body_length check (char_length(body) between 1 and 10000),
  at timestamptz not null,
  staff_id uuid not null references staff
);
create index contact_note_by_contact on contact_note (contact_id, id);

create type contact_event_kind as enum
  ('ARRIVED', 'TAKEN', 'HANDED_BACK', 'LEASE_LOST', 'ANSWERED', 'RESIDENT_REPLIED', 'CLOSED');

create table contact_event (
  id uuid primary key default uuidv7(),
  contact_id uuid not null references contact,
  kind contact_event_kind not null,
  at timestamptz not null,
  staff_id uuid references staff,
  reason text not null default '' constraint contact_event_reason_length check (char_length(reason) <= 500)
);
create index contact_event_by_contact on contact_event (contact_id, id);

-- Place in the line of one's own contact, 1 = next; null when it does not wait. A count, never people.
create function place_in_line(contact uuid) returns bigint
  language sql stable security definer set search_path = public, pg_temp as $$
  select count(*) from contact mine
    join contact c on c.state = 'NEW' and (c.arrived_at, c.id) <= (mine.arrived_at, mine.id)
  where mine.id = place_in_line.contact and mine.resident_id = me() and mine.state = 'NEW'
  having count(*) > 0
$$;
