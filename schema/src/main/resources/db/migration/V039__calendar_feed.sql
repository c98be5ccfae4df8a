-- An address that a calendar program may ask for one's visits: of a resident, or of a counter, without anybody's name.
create table calendar_feed (
  token uuid primary key default gen_random_uuid(),
  resident_id uuid references resident,
  counter_id uuid references counter,
  made_at timestamptz not null,
  constraint calendar_feed_one_per_resident unique (resident_id),
  constraint calendar_feed_one_per_counter unique (counter_id),
  constraint calendar_feed_of_one check (num_nonnulls(resident_id, counter_id) = 1)
);
grant select, insert, delete on calendar_feed to kotiovi_backoffice;

-- One's own address, made at the first asking, or made anew so that the old one dies.
create function my_calendar_feed(anew boolean, at timestamptz) returns uuid
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if me() is null then
    raise insufficient_privilege using message = 'Only a signed-in resident has a calendar';
  end if;
  if anew then
    delete from calendar_feed f where f.resident_id = me();
  end if;
  insert into calendar_feed (resident_id, made_at) values (me(), at) on conflict do nothing;
  return (select f.token from calendar_feed f where f.resident_id = me());
end $$;

-- Whose calendar that is; nobody's when the address leads nowhere.
create function resident_of_feed(feed uuid) returns uuid
  language sql stable security definer set search_path = public, pg_temp as $$
  select f.resident_id from calendar_feed f where f.token = feed
$$;
grant execute on function my_calendar_feed(boolean, timestamptz), resident_of_feed(uuid) to kotiovi_portal;
