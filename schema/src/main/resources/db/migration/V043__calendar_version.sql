-- What offices publish is read far more often than it changes. An application keeps what it has read for as long as this
-- number stays the same; it is read again in each transaction that decides, so that no copy ever decides alone.
create table calendar_version (
  only_one boolean primary key default true constraint calendar_version_only_one check (only_one),
  version bigint not null
);
-- a number that was rolled back never comes again with other rules
create sequence calendar_version_number;
insert into calendar_version (version) values (nextval('calendar_version_number'));

create function calendar_changed() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update calendar_version set version = nextval('calendar_version_number');
  return null;
end $$;
revoke execute on function calendar_changed() from public;

create trigger calendar_changed after insert or update or delete or truncate on opening_hours
  for each statement execute function calendar_changed();
create trigger calendar_changed after insert or update or delete or truncate on opening_ordinal
  for each statement execute function calendar_changed();
create trigger calendar_changed after insert or update or delete or truncate on opening_eve
  for each statement execute function calendar_changed();
create trigger calendar_changed after insert or update or delete or truncate on opening_exception
  for each statement execute function calendar_changed();
create trigger calendar_changed after insert or update or delete or truncate on closure
  for each statement execute function calendar_changed();
create trigger calendar_changed after insert or update or delete or truncate on counter_capacity
  for each statement execute function calendar_changed();
create trigger calendar_changed after insert or update or delete or truncate on booking_rule
  for each statement execute function calendar_changed();
create trigger calendar_changed after insert or update or delete or truncate on counter
  for each statement execute function calendar_changed();

-- Waits for a change under way and holds off the next one; the number is read after the wait, in a snapshot of its own.
create function calendar_beside(office_lock integer) returns bigint
  language plpgsql volatile set search_path = public, pg_temp as $$
begin
  perform pg_advisory_xact_lock_shared(6513004, office_lock);
  return (select version from calendar_version);
end $$;
revoke execute on function calendar_beside(integer) from public;

grant select on calendar_version to kotiovi_portal, kotiovi_backoffice;
grant execute on function calendar_beside(integer) to kotiovi_portal, kotiovi_backoffice;
