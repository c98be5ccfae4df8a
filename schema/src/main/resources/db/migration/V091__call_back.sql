-- "Call me": a contact like all others, that comes back by itself when the time to call begins.
create type call_back_end as enum ('REACHED', 'NOT_REACHED', 'CANCELLED');

create table call_back (
  contact_id uuid primary key references contact,
  resident_id uuid not null references resident,
  phone text not null constraint call_back_phone_is_e164 check (phone ~ '^\+[1-9]\d{5,14}$'),
  during tstzrange not null constraint call_back_lasts check (not isempty(during) and lower(during) is not null and upper(during) is not null),
  tries integer not null default 0 constraint call_back_three_tries check (tries between 0 and 3),
  tried_at timestamptz,
  ended_at timestamptz,
  ended call_back_end,
  constraint call_back_ended_somehow check ((ended_at is null) = (ended is null)),
  constraint call_back_tried_has_time check ((tries = 0) = (tried_at is null))
);
create index call_back_by_resident on call_back (resident_id);

alter table call_back enable row level security;
alter table call_back force row level security;
create policy owner_all on call_back to kotiovi_owner using (true) with check (true);
create policy backoffice_all on call_back to kotiovi_backoffice using (true) with check (true);
create policy own on call_back to kotiovi_portal using (resident_id = (select me()))
  with check (resident_id = (select me()) and contact_id in (select c.id from contact c));
grant select, update (tries, tried_at, ended_at, ended) on call_back to kotiovi_backoffice;
grant select, insert (contact_id, resident_id, phone, during), update (ended_at, ended) on call_back to kotiovi_portal;
grant insert (back_at) on contact to kotiovi_portal;
