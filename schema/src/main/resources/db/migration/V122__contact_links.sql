-- What a contact is about, when that has a page of its own; and who looks at a contact now.
create table contact_link (
  id uuid primary key default uuidv7(),
  contact_id uuid not null references contact,
  fault_id uuid references fault,
  visit_id uuid references visit,
  key_id uuid references key,
  other_contact_id uuid references contact,
  at timestamptz not null,
  staff_id uuid not null references staff,
  constraint contact_link_to_one_thing check (num_nonnulls(fault_id, visit_id, key_id, other_contact_id) = 1),
  constraint contact_link_to_another check (other_contact_id <> contact_id)
);
create unique index contact_link_fault_once on contact_link (contact_id, fault_id) where fault_id is not null;
create unique index contact_link_visit_once on contact_link (contact_id, visit_id) where visit_id is not null;
create unique index contact_link_key_once on contact_link (contact_id, key_id) where key_id is not null;
create unique index contact_link_contact_once on contact_link (contact_id, other_contact_id) where other_contact_id is not null;
create index contact_link_by_fault on contact_link (fault_id) where fault_id is not null;
create index contact_link_by_visit on contact_link (visit_id) where visit_id is not null;
create index contact_link_by_key on contact_link (key_id) where key_id is not null;
create index contact_link_by_contact on contact_link (other_contact_id) where other_contact_id is not null;
grant select, insert, delete on contact_link to kotiovi_backoffice;

create table contact_look (
  contact_id uuid not null references contact,
  staff_id uuid not null references staff,
  seen_at timestamptz not null,
  wrote_at timestamptz,
  primary key (contact_id, staff_id)
) with (fillfactor = 70);
create index contact_look_old on contact_look (seen_at);
grant select, insert, update, delete on contact_look to kotiovi_backoffice;

-- What residents said of our answers lately.
create index contact_rating_lately on contact_rating (at desc);
