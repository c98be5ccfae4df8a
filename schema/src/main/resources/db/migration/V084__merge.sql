-- Two contacts of a resident that are one matter: one goes on, the other points at it and can be taken out again.
alter table contact
  add column merged_into uuid references contact,
  add constraint contact_merged_points_on check ((state = 'MERGED') = (merged_into is not null)),
  add constraint contact_not_into_itself check (merged_into <> id);
create index contact_merged_into on contact (merged_into) where merged_into is not null;
grant select (merged_into) on contact to kotiovi_portal;

-- How both stood before, so that it can be undone.
create table contact_merge (
  id uuid primary key default uuidv7(),
  merged_id uuid not null references contact,
  into_id uuid not null references contact,
  at timestamptz not null,
  staff_id uuid not null references staff,
  merged_state contact_state not null,
  merged_closed_at timestamptz,
  into_arrived_at timestamptz not null,
  into_promised_by timestamptz not null,
  undone_at timestamptz
);
create unique index contact_merged_once on contact_merge (merged_id) where undone_at is null;
create index contact_merge_by_survivor on contact_merge (into_id);
grant select, insert, update (undone_at) on contact_merge to kotiovi_backoffice;
