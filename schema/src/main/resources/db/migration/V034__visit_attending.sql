-- Who comes, in which language, and what makes the visit easier. Never a diagnosis: only what the desk can prepare.
create type visit_need as enum ('STEP_FREE', 'SEATED', 'QUIET', 'IN_WRITING', 'MORE_TIME');

alter table visit
  -- somebody else who comes instead, by name; null when the resident comes
  add column proxy_name text constraint visit_proxy_name_length check (char_length(btrim(proxy_name)) between 3 and 100),
  -- null when it is the resident's own language
  add column spoken language,
  add column needs visit_need[] not null default '{}'
    constraint visit_needs_are_few check (cardinality(needs) <= 5 and array_position(needs, null) is null);

-- Some matters ask for the person.
alter table visit_type add column by_proxy boolean not null default true;
update visit_type set by_proxy = false where code in ('IDENTIFY', 'RENT_TALK');

grant select (proxy_name, spoken, needs), insert (proxy_name, spoken, needs), update (proxy_name, spoken, needs)
  on visit to kotiovi_portal;
