-- Who works here, what each may do, and how people prove who they are.
create type staff_role as enum ('DESK', 'AGENT', 'CREW', 'ON_CALL', 'FOREMAN', 'MANAGER', 'ADMIN');

create table staff (
  id uuid primary key default uuidv7(),
  office_id uuid references office,
  crew_id uuid references crew,
  given_name text collate "fi-x-icu" not null,
  family_name text collate "fi-x-icu" not null,
  email text not null constraint staff_email_has_at check (email like '%_@_%'),
  phone text not null constraint staff_phone_is_e164 check (phone ~ '^\+[1-9]\d{5,14}$'),
  language language not null,
  constraint staff_belongs_somewhere check (office_id is not null or crew_id is not null)
);

create table staff_has_role (
  staff_id uuid not null references staff,
  role staff_role not null,
  primary key (staff_id, role)
);

create table resident_account (
  resident_id uuid primary key references resident,
  username text not null constraint resident_account_username_once unique
    constraint resident_account_username_lower check (username = lower(username)),
  password_hash text not null,
  disabled_at timestamptz
);

create table staff_account (
  staff_id uuid primary key references staff,
  username text not null constraint staff_account_username_once unique
    constraint staff_account_username_lower check (username = lower(username)),
  password_hash text not null,
  disabled_at timestamptz
);

create type realm as enum ('RESIDENT', 'STAFF');

create table sign_in_attempt (
  id uuid primary key default uuidv7(),
  realm realm not null,
  username text not null,
  address text not null,
  succeeded boolean not null,
  at timestamptz not null
);
create index sign_in_attempt_by_username on sign_in_attempt (realm, username, at) where not succeeded;
create index sign_in_attempt_by_address on sign_in_attempt (realm, address, at) where not succeeded;

-- Passwords of the demo, shown by ./kotiovi run. Empty in every real installation.
create table demo_sign_in (
  username text primary key,
  realm realm not null,
  password text not null,
  who text not null
);
