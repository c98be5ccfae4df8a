-- What a crew has to do. Every fault is one at once; nobody in between.
create type work_order_state as enum
  ('NEW', 'ACCEPTED', 'EN_ROUTE', 'ON_SITE', 'PAUSED', 'NO_ACCESS', 'DONE', 'CANCELLED');

create table work_order (
  id uuid primary key default uuidv7(),
  number text not null constraint work_order_number_once unique,
  fault_id uuid not null references fault,
  crew_id uuid not null references crew,
  assignee_id uuid references staff,
  state work_order_state not null,
  version integer not null default 1,
  urgency urgency not null,
  created_at timestamptz not null,
  done_note text not null default '' constraint work_order_done_note_length check (char_length(done_note) <= 10000),
  done_at timestamptz,
  constraint work_order_done_has_time check ((state = 'DONE') = (done_at is not null)),
  constraint work_order_underway_has_assignee check (state not in ('ACCEPTED', 'EN_ROUTE', 'ON_SITE', 'DONE') or assignee_id is not null)
);
create index work_order_open_by_crew on work_order (crew_id, urgency, created_at) where state not in ('DONE', 'CANCELLED');
create index work_order_by_fault on work_order (fault_id);
create index work_order_done_by_crew on work_order (crew_id, done_at desc) where state = 'DONE';

create table work_order_event (
  id uuid primary key default uuidv7(),
  work_order_id uuid not null references work_order,
  state work_order_state not null,
  at timestamptz not null,
  staff_id uuid references staff,
  note text not null default '' constraint work_order_event_note_length check (char_length(note) <= 10000)
);
create index work_order_event_by_order on work_order_event (work_order_id, id);
