-- Offices, buildings, homes, and who lives where and when.
create table office (
  id uuid primary key default uuidv7(),
  code text not null constraint office_code_once unique,
  name_fi text not null,
  name_sv text not null,
  name_en text not null,
  street_address text not null,
  postcode text not null constraint office_postcode_has_five_digits check (postcode ~ '^\d{5}$'),
  town text not null,
  phone text not null,
  on_call_phone text not null,
  zone text not null default 'Europe/Helsinki',
  key_return_time time not null default '12:00',
  proxy_allowed boolean not null default true
);

create table crew (
  id uuid primary key default uuidv7(),
  code text not null constraint crew_code_once unique,
  name text not null,
  phone text not null
);

create table building (
  id uuid primary key default uuidv7(),
  office_id uuid not null references office,
  crew_id uuid not null references crew,
  street_fi text not null,
  street_sv text not null,
  house_number text not null,
  postcode text not null constraint building_postcode_has_five_digits check (postcode ~ '^\d{5}$'),
  town text not null,
  constraint building_address_once unique (street_fi, house_number, postcode)
);
create index building_by_office on building (office_id);
create index building_by_crew on building (crew_id);

-- What a crew must find at night. Never the resident's to read.
create table building_crew_hint (
  building_id uuid primary key references building,
  water_shutoff text not null,
  access_note text not null
);

create table home (
  id uuid primary key default uuidv7(),
  building_id uuid not null references building,
  staircase text not null,
  flat_number integer not null constraint home_flat_number_positive check (flat_number > 0),
  floor integer not null,
  layout text not null,
  constraint home_once_in_building unique (building_id, staircase, flat_number)
);

create table resident (
  id uuid primary key default uuidv7(),
  given_name text collate "fi-x-icu" not null,
  family_name text collate "fi-x-icu" not null,
  email text constraint resident_email_has_at check (email like '%_@_%'),
  phone text constraint resident_phone_is_e164 check (phone ~ '^\+[1-9]\d{5,14}$'),
  language language not null
);
create index resident_by_name on resident (family_name, given_name);

create table tenancy (
  id uuid primary key default uuidv7(),
  home_id uuid not null references home,
  during daterange not null constraint tenancy_during_not_empty check (not isempty(during)),
  constraint tenancy_one_per_home_and_time unique (home_id, during without overlaps)
);

create type tenancy_role as enum ('MAIN', 'OTHER');

create table tenancy_resident (
  tenancy_id uuid not null references tenancy,
  resident_id uuid not null references resident,
  role tenancy_role not null,
  primary key (tenancy_id, resident_id)
);
create index tenancy_resident_by_resident on tenancy_resident (resident_id);
