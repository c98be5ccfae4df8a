-- Contacts that other systems bring over HTTP: who may bring what, and that the same thing is brought once.
create table contact_source (
  id uuid primary key default uuidv7(),
  name text collate "fi-x-icu" not null constraint contact_source_name_once unique
    constraint contact_source_name_length check (char_length(btrim(name)) between 1 and 60),
  -- in a chat and at the desk people are here themselves
  channel contact_channel not null constraint contact_source_channel_is_one_from_afar check (channel not in ('CHAT', 'WALK_IN')),
  -- where somebody goes whom nobody knows
  office_id uuid not null references office,
  -- the key itself is shown once and kept nowhere
  key_sha256 bytea not null constraint contact_source_key_once unique
    constraint contact_source_key_is_a_hash check (octet_length(key_sha256) = 32),
  made_at timestamptz not null,
  key_since timestamptz not null,
  last_at timestamptz,
  ended_at timestamptz,
  -- how much it brought in the minute that began then
  minute timestamptz,
  in_minute integer not null default 0 constraint contact_source_in_minute_counts_up check (in_minute >= 0)
) with (fillfactor = 70);

create type contact_source_event_kind as enum ('MADE', 'KEY_CHANGED', 'ENDED');
create table contact_source_event (
  id uuid primary key default uuidv7(),
  source_id uuid not null references contact_source,
  kind contact_source_event_kind not null,
  at timestamptz not null,
  staff_id uuid not null references staff
);
create index contact_source_event_by_source on contact_source_event (source_id, id);

-- What a source has brought, by its own name for it.
create table contact_arrival (
  source_id uuid not null references contact_source,
  external_id text not null constraint contact_arrival_external_id_length check (char_length(external_id) between 1 and 200),
  contact_id uuid not null references contact,
  primary key (source_id, external_id)
);
create index contact_arrival_by_contact on contact_arrival (contact_id);

alter table contact
  add column source_id uuid references contact_source,
  -- an address that is neither mail nor telephone: a name in some other service
  add column sender_elsewhere text constraint contact_sender_elsewhere_length check (char_length(sender_elsewhere) between 1 and 320),
  drop constraint contact_sender_name_needs_address,
  add constraint contact_sender_name_needs_address check
    (sender_name is null or num_nonnulls(sender_address, caller_phone, sender_elsewhere) > 0),
  add constraint contact_elsewhere_only_from_a_source check (sender_elsewhere is null or source_id is not null);
create index contact_by_source on contact (source_id) where source_id is not null;

grant select, insert, update (key_sha256, key_since, last_at, ended_at, minute, in_minute) on contact_source to kotiovi_backoffice;
grant select, insert on contact_source_event, contact_arrival to kotiovi_backoffice;
