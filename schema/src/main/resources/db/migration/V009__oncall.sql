-- Who is on call, and alerts that climb until somebody acknowledges.
create table on_call_shift (
  id uuid primary key default uuidv7(),
  office_id uuid not null references office,
  level integer not null constraint on_call_shift_level check (level between 1 and 9),
  staff_id uuid not null references staff,
  during tstzrange not null constraint on_call_shift_not_empty check (not isempty(during)),
  constraint on_call_one_person_per_level_and_instant unique (office_id, level, during without overlaps)
);

create type alert_state as enum ('TRIGGERED', 'ACKNOWLEDGED', 'CANCELLED');

create table alert (
  id uuid primary key default uuidv7(),
  fault_id uuid not null references fault constraint alert_one_per_fault unique,
  office_id uuid not null references office,
  state alert_state not null,
  -- how many people have been alerted so far, and when the next one is due
  step integer not null default 0,
  next_at timestamptz not null,
  generation integer not null default 1,
  triggered_at timestamptz not null,
  acknowledged_at timestamptz,
  acknowledged_by uuid references staff,
  constraint alert_acknowledged_by_somebody
    check ((state = 'ACKNOWLEDGED') = (acknowledged_at is not null) and (state = 'ACKNOWLEDGED') = (acknowledged_by is not null))
);
create index alert_due on alert (next_at) where state = 'TRIGGERED';

-- The policy as it stood when the alert was raised: later changes do not touch an alert under way.
create table alert_policy_step (
  alert_id uuid not null references alert,
  step integer not null constraint alert_policy_step_positive check (step > 0),
  level integer not null,
  wait_minutes integer not null constraint alert_policy_wait check (wait_minutes between 1 and 60),
  primary key (alert_id, step)
);

-- Whom each step reached; a step that reached nobody has no staff. Append-only.
create table alert_event (
  id uuid primary key default uuidv7(),
  alert_id uuid not null references alert,
  step integer not null,
  level integer not null,
  staff_id uuid references staff,
  at timestamptz not null,
  constraint alert_step_once unique (alert_id, step)
);
