-- What goes out: written in the same transaction as its cause, sent by the back office, once.
create type notification_channel as enum ('MAIL', 'SMS');
create type notification_lane as enum ('NORMAL', 'ALERT');
create type notification_state as enum ('PENDING', 'CLAIMED', 'SENDING', 'SENT', 'SKIPPED', 'FAILED');
create type notification_kind as enum
  ('FAULT_RECEIVED', 'FAULT_CHANGED', 'VISIT_CONFIRMED', 'VISIT_MOVED', 'VISIT_CANCELLED', 'VISIT_REMINDER', 'CONTACT_ANSWERED', 'ALERT');

create table notification (
  id uuid primary key default uuidv7(),
  kind notification_kind not null,
  -- the fault, visit, contact or alert it speaks of
  cause_id uuid not null,
  sequence integer not null,
  channel notification_channel not null,
  lane notification_lane not null,
  recipient text not null,
  language language not null,
  resident_id uuid references resident,
  staff_id uuid references staff,
  state notification_state not null,
  created_at timestamptz not null,
  due_at timestamptz not null,
  attempts integer not null default 0,
  lease_until timestamptz,
  message_id text,
  subject text,
  body text,
  sent_at timestamptz,
  -- why it was not sent, or not yet
  reason text,
  constraint notification_once unique (cause_id, kind, sequence, channel, recipient),
  constraint notification_for_one_person check (num_nonnulls(resident_id, staff_id) = 1),
  constraint notification_sent_has_time check ((state = 'SENT') = (sent_at is not null)),
  constraint notification_in_hand_has_lease check ((state in ('CLAIMED', 'SENDING')) = (lease_until is not null))
) with (fillfactor = 70);
create index notification_due on notification (lane, due_at, id) where state = 'PENDING';
create index notification_in_hand on notification (lease_until) where state in ('CLAIMED', 'SENDING');
create index notification_newest on notification (created_at desc, id desc);
