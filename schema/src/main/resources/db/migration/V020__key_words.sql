-- Words that the key room needs; PostgreSQL wants them committed before anything uses them.
alter type key_event_kind add value 'ORDERED';
alter type key_event_kind add value 'ARRIVED';
alter type key_event_kind add value 'READY';
alter type key_event_kind add value 'STAGED';
alter type key_event_kind add value 'UNSTAGED';
alter type key_event_kind add value 'BROUGHT_BACK';
alter type key_event_kind add value 'MISSING';
alter type key_event_kind add value 'FOUND';
alter type key_event_kind add value 'BROKEN';
alter type key_event_kind add value 'MOVED';
alter type key_event_kind add value 'CHANGED';
alter type key_event_kind add value 'REKEY_ORDERED';
alter type key_event_kind add value 'RETIRED';

alter type notification_kind add value 'KEY_RECEIPT';
alter type notification_kind add value 'KEY_READY';
alter type notification_kind add value 'KEY_RETURN_LATE';
alter type notification_kind add value 'KEY_LOAN_DUE';
alter type notification_kind add value 'KEY_LOAN_LATE';
alter type notification_kind add value 'KEY_LOAN_MISSING';
alter type notification_kind add value 'KEY_SUMMARY';

create type key_direction as enum ('OUT', 'IN');
create type key_signing as enum ('SCREEN', 'PAPER', 'DROP_BOX');
create type key_outcome as enum ('HANDED', 'RETURNED', 'BROKEN', 'MISSING');
create type key_proposal_kind as enum ('BLOCK', 'REKEY');
create type key_proposal_reason as enum ('LOST', 'MISSING', 'OVERDUE');
create type key_proposal_state as enum ('WAITING', 'OPEN', 'ACCEPTED', 'DECLINED', 'SETTLED');
create type key_order_state as enum ('ORDERED', 'ARRIVED', 'READY', 'FETCHED', 'CANCELLED');
