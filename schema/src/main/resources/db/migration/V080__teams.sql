-- Who may take what from the line, and how a contact says that it has been in somebody's hands before.
create type contact_mark as enum ('HANDED_BACK', 'LEASE_LOST');

create table team (
  id uuid primary key default uuidv7(),
  name text collate "fi-x-icu" not null constraint team_name_once unique
    constraint team_name_length check (char_length(btrim(name)) between 1 and 60)
);

create table team_member (
  team_id uuid not null references team on delete cascade,
  staff_id uuid not null references staff,
  primary key (team_id, staff_id)
);
create index team_member_by_staff on team_member (staff_id);

-- None listed means all.
create table team_topic (
  team_id uuid not null references team on delete cascade,
  topic_code text not null references contact_topic,
  primary key (team_id, topic_code)
);
create table team_office (
  team_id uuid not null references team on delete cascade,
  office_id uuid not null references office,
  primary key (team_id, office_id)
);
create table staff_language (
  staff_id uuid not null references staff,
  language language not null,
  primary key (staff_id, language)
);

-- What each team looks after. A team without people looks after nothing, so that nothing waits for nobody.
create view team_covers as
  select t.id as team_id, c.code as topic_code, o.id as office_id
  from team t cross join contact_topic c cross join office o
  where exists (select from team_member m where m.team_id = t.id)
    and (not exists (select from team_topic x where x.team_id = t.id)
      or exists (select from team_topic x where x.team_id = t.id and x.topic_code = c.code))
    and (not exists (select from team_office x where x.team_id = t.id)
      or exists (select from team_office x where x.team_id = t.id and x.office_id = o.id));

alter table contact
  -- why it is in the line again; null the first time
  add column mark contact_mark,
  add column skips integer not null default 0 constraint contact_skips_count_up check (skips >= 0),
  -- handed to a team by name; otherwise topic and office decide
  add column team_id uuid references team on delete set null;
create index contact_skipped_often on contact (arrived_at, id) where state = 'NEW' and skips >= 3;
create index contact_of_team on contact (team_id) where team_id is not null;
update contact set mark = 'HANDED_BACK' where returned_reason <> '' and state in ('NEW', 'TAKEN');

alter table contact_event add constraint contact_event_handed_back_says_why check (kind <> 'HANDED_BACK' or btrim(reason) <> '');

grant select on team, team_member, team_topic, team_office, staff_language, team_covers to kotiovi_backoffice;
grant insert, update, delete on team, team_member, team_topic, team_office, staff_language to kotiovi_backoffice;
