-- Chat: a contact like all others, in the same line at its arrival, as long as both are there at once. What is said are the
-- messages of the contact; here stands only who is there.
create type chat_end as enum ('BYE', 'LEFT', 'HOURS', 'CLERK');

create table chat (
  contact_id uuid primary key references contact,
  resident_id uuid not null references resident,
  began_at timestamptz not null,
  -- the last sign of life of the resident's page
  seen_at timestamptz not null,
  resident_typing_at timestamptz,
  staff_typing_at timestamptz,
  ended_at timestamptz,
  ended chat_end,
  constraint chat_ended_somehow check ((ended_at is null) = (ended is null))
) with (fillfactor = 70);
create unique index chat_one_live_per_resident on chat (resident_id) where ended_at is null;
create index chat_live on chat (seen_at) where ended_at is null;

alter table chat enable row level security;
alter table chat force row level security;
create policy owner_all on chat to kotiovi_owner using (true) with check (true);
create policy backoffice_all on chat to kotiovi_backoffice using (true) with check (true);
create policy own on chat to kotiovi_portal using (resident_id = (select me()))
  with check (resident_id = (select me()) and contact_id in (select c.id from contact c));
grant select, update (staff_typing_at, ended_at, ended) on chat to kotiovi_backoffice;
grant select, insert (contact_id, resident_id, began_at, seen_at),
  update (seen_at, resident_typing_at, ended_at, ended) on chat to kotiovi_portal;

-- In which hand a clerk has a contact: one thing at a time, and up to three chats at once, for whoever writes waits for the
-- other to write.
alter table contact add column hand integer not null default 0
  constraint contact_hand_is_one_of_four check (hand between 0 and 3)
  constraint contact_only_chats_beside_each_other check (hand = 0 or channel = 'CHAT');
drop index contact_one_active_per_person;
create unique index contact_one_active_per_person on contact (owner_id, hand) where state = 'TAKEN';
