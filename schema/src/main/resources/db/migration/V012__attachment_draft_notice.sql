-- Files that came with something, half-written forms, and news of one's own building.
create table attachment (
  id uuid primary key default uuidv7(),
  -- whose it is until it belongs to something: the resident who is still writing
  resident_id uuid references resident,
  staff_id uuid references staff,
  fault_id uuid references fault,
  work_order_id uuid references work_order,
  contact_message_id uuid references contact_message,
  file_name text not null constraint attachment_file_name_length check (char_length(file_name) between 1 and 200),
  media_type text not null constraint attachment_media_type check (media_type in ('image/jpeg', 'application/pdf')),
  content bytea not null constraint attachment_size check (octet_length(content) between 1 and 10485760),
  created_at timestamptz not null,
  constraint attachment_has_a_giver check (num_nonnulls(resident_id, staff_id) = 1)
);
create index attachment_by_fault on attachment (fault_id) where fault_id is not null;
create index attachment_by_work_order on attachment (work_order_id) where work_order_id is not null;
create index attachment_by_message on attachment (contact_message_id) where contact_message_id is not null;

create type draft_kind as enum ('FAULT', 'CONTACT', 'CONTACT_REPLY');

create table draft (
  resident_id uuid not null references resident,
  kind draft_kind not null,
  -- the contact replied to; the resident for a new one
  subject_id uuid not null,
  content jsonb not null,
  changed_at timestamptz not null,
  primary key (resident_id, kind, subject_id)
);
create index draft_stale on draft (changed_at);

create table staff_draft (
  staff_id uuid not null references staff,
  subject_id uuid not null,
  body text not null constraint staff_draft_length check (char_length(body) <= 10000),
  changed_at timestamptz not null,
  primary key (staff_id, subject_id)
);

create table notice (
  id uuid primary key default uuidv7(),
  building_id uuid not null references building,
  shown tstzrange not null constraint notice_shown_not_empty check (not isempty(shown)),
  title_fi text not null,
  title_sv text not null,
  title_en text not null,
  body_fi text not null,
  body_sv text not null,
  body_en text not null
);
create index notice_by_building on notice (building_id);

create type access_reason as enum ('ANSWERING_CONTACT', 'SERVING_VISIT', 'DOING_WORK_ORDER');

-- Which member of staff looked at whose data, when and why; shown to that resident. Append-only.
create table access_log (
  id uuid primary key default uuidv7(),
  resident_id uuid not null references resident,
  staff_id uuid not null references staff,
  reason access_reason not null,
  subject_id uuid not null,
  at timestamptz not null
);
create index access_log_by_resident on access_log (resident_id, at desc);
