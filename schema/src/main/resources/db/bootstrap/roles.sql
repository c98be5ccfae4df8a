-- Run once per database server by an administrator, before the first migration.
-- In production give each login a password of its own: alter role kotiovi_portal password '…';
do $$
begin
  if not exists (select from pg_roles where rolname = 'kotiovi_owner') then
    create role kotiovi_owner login noinherit nosuperuser nobypassrls nocreatedb nocreaterole;
  end if;
  if not exists (select from pg_roles where rolname = 'kotiovi_portal') then
    create role kotiovi_portal login noinherit nosuperuser nobypassrls nocreatedb nocreaterole;
  end if;
  if not exists (select from pg_roles where rolname = 'kotiovi_backoffice') then
    create role kotiovi_backoffice login noinherit nosuperuser nobypassrls nocreatedb nocreaterole;
  end if;
end $$;
