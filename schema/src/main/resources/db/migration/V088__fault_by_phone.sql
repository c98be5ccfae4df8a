-- A fault that somebody tells on the phone, and a clerk files for the caller.
create type fault_source as enum ('PORTAL', 'PHONE');
alter table fault
  add column source fault_source not null default 'PORTAL',
  -- the clerk who filed it
  add column filed_by uuid references staff,
  add constraint fault_by_phone_has_a_clerk check ((source = 'PHONE') = (filed_by is not null));
create index fault_filed_by on fault (filed_by) where filed_by is not null;
-- a resident files for oneself
create policy filed_by_oneself on fault as restrictive for insert to kotiovi_portal with check (source = 'PORTAL');
