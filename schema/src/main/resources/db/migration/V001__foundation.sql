-- What every other table leans on: extensions kept out of our own schema, the signed-in resident, short numbers.
create schema ext;
grant usage on schema ext to kotiovi_portal, kotiovi_backoffice;
create extension btree_gist with schema ext;
create extension pg_trgm with schema ext;
create extension unaccent with schema ext;

grant usage on schema public to kotiovi_portal, kotiovi_backoffice;

create type language as enum ('FI', 'SV', 'EN');

-- The resident on whose behalf this transaction runs. After a transaction the setting is '' and not NULL on
-- that connection, hence nullif.
create function me() returns uuid
  language sql stable parallel safe
  return nullif(current_setting('kotiovi.resident', true), '')::uuid;

-- The user name that is being signed in; until then nobody is me().
create function signing_in() returns text
  language sql stable parallel safe
  return nullif(current_setting('kotiovi.signing_in', true), '');

-- People say numbers aloud on the phone: F-26-004711.
create function short_number(letter text, at timestamptz, n bigint) returns text
  language sql stable parallel safe
  return letter || '-' || to_char(at at time zone 'Europe/Helsinki', 'YY') || '-' || lpad(n::text, 6, '0');

create sequence fault_number;
create sequence work_order_number;
create sequence visit_number;
create sequence contact_number;
