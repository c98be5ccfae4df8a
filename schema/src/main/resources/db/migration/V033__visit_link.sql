-- A link in a mail opens one visit to whoever holds it, until the visit is over. Nobody can guess it (122 random bits),
-- and the portal's role can neither read nor choose it: the column is not among those granted to it.
alter table visit add column link uuid not null default gen_random_uuid() constraint visit_link_once unique;

-- Who tries links that do not exist. Kept for a day.
create table visit_link_miss (
  address text not null constraint visit_link_miss_address_length check (char_length(address) <= 100),
  at timestamptz not null
);
create index visit_link_miss_by_address on visit_link_miss (address, at);
create index visit_link_miss_by_time on visit_link_miss (at);

-- Whose visit a link opens; no row when it opens none (any more), braked when too many that do not exist were tried from
-- that address since then. The given name is all a stranger who was forwarded the mail learns of the person.
create function open_visit_link(token uuid, from_address text, at timestamptz, since timestamptz, most integer)
  returns table (braked boolean, visit_id uuid, resident_id uuid, given_name text, language language)
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if (select count(*) from visit_link_miss m where m.address = from_address and m.at > since) >= most then
    return query select true, null::uuid, null::uuid, null::text, null::language;
    return;
  end if;
  if not exists (select from visit v where v.link = token) then
    insert into visit_link_miss values (from_address, open_visit_link.at);
    return;
  end if;
  return query
    select false, v.id, r.id, r.given_name collate "default", r.language from visit v join resident r on r.id = v.resident_id
    where v.link = token and upper(v.during) > open_visit_link.at
      and v.state in ('BOOKED', 'CHECKED_IN', 'CALLED', 'SERVING', 'CANCELLED_RESIDENT', 'CANCELLED_OFFICE');
end $$;
grant execute on function open_visit_link(uuid, text, timestamptz, timestamptz, integer) to kotiovi_portal;
grant select, delete on visit_link_miss to kotiovi_backoffice;
