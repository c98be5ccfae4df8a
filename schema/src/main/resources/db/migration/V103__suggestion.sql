-- What was offered as an answer, to whom, and whether it was used: to residents while they write, to clerks while they answer.
create type suggestion_place as enum ('PORTAL', 'OFFICE');

create table suggestion (
  id uuid primary key default uuidv7(),
  place suggestion_place not null,
  -- the contact that is answered, or the message that a resident is writing
  subject_id uuid not null,
  article_id uuid references article,
  message_id uuid references contact_message on delete cascade,
  notice_id uuid references notice on delete cascade,
  resident_id uuid references resident,
  staff_id uuid references staff,
  shown_at timestamptz not null,
  used_at timestamptz,
  constraint suggestion_of_one_thing check (num_nonnulls(article_id, message_id, notice_id) = 1),
  constraint suggestion_to_one_person check (num_nonnulls(resident_id, staff_id) = 1),
  constraint suggestion_shown_once unique nulls not distinct (subject_id, article_id, message_id, notice_id)
);
create index suggestion_by_message on suggestion (message_id) where message_id is not null;
create index suggestion_by_notice on suggestion (notice_id) where notice_id is not null;
create index suggestion_by_article on suggestion (article_id, shown_at, used_at) where article_id is not null;

alter table suggestion enable row level security;
alter table suggestion force row level security;
create policy owner_all on suggestion to kotiovi_owner using (true) with check (true);
create policy backoffice_all on suggestion to kotiovi_backoffice using (true) with check (true);
create policy own on suggestion to kotiovi_portal using (resident_id = (select me()))
  with check (resident_id = (select me()) and place = 'PORTAL' and message_id is null);
grant select, insert, update (used_at) on suggestion to kotiovi_backoffice;
grant select (id, place, subject_id, article_id, notice_id, resident_id, shown_at, used_at),
  insert (place, subject_id, article_id, notice_id, resident_id, shown_at), update (used_at) on suggestion to kotiovi_portal;

-- Who looked behind a mask, and why. Append-only.
create table unmasking (
  id uuid primary key default uuidv7(),
  contact_message_id uuid not null references contact_message on delete cascade,
  staff_id uuid not null references staff,
  reason text not null constraint unmasking_reason_length check (char_length(btrim(reason)) between 1 and 300),
  at timestamptz not null
);
create index unmasking_by_message on unmasking (contact_message_id);
grant select, insert on unmasking to kotiovi_backoffice;
