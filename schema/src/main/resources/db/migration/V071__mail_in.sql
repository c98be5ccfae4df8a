-- Mail that people write to us. The raw letter is kept before anything is made of it, so that no mistake in reading can lose one.

-- Who fetches from a mailbox now. One at a time, however long its server is silent.
create table mailbox (
  address text primary key constraint mailbox_in_small_letters check (address = lower(address)),
  holder uuid,
  lease_until timestamptz,
  fetched_at timestamptz,
  -- why the last try brought nothing; empty when it went well
  trouble text not null default '' constraint mailbox_trouble_length check (char_length(trouble) <= 500),
  constraint mailbox_in_hand_has_lease check ((holder is null) = (lease_until is null))
);

create table inbound_mail (
  id uuid primary key default uuidv7(),
  mailbox text not null references mailbox,
  -- as its sender gave it, or the hash of the letter where there is none
  message_id text not null constraint inbound_mail_message_id_length check (char_length(message_id) between 1 and 500),
  sha256 bytea not null constraint inbound_mail_sha256_is_one check (octet_length(sha256) = 32),
  raw bytea not null constraint inbound_mail_size check (octet_length(raw) between 1 and 26214400),
  -- when the mail server took it; given once, never improved or lost
  received_at timestamptz not null,
  stored_at timestamptz not null,
  state inbound_mail_state not null default 'RECEIVED',
  attempts integer not null default 0 constraint inbound_mail_attempts_count_up check (attempts >= 0),
  -- when it is looked at, or looked at again
  due_at timestamptz not null,
  reason text not null default '' constraint inbound_mail_reason_length check (char_length(reason) <= 500),
  contact_id uuid references contact,
  contact_message_id uuid references contact_message,
  sender_address text constraint inbound_mail_sender_address_length check (char_length(sender_address) <= 320),
  sender_name text constraint inbound_mail_sender_name_length check (char_length(sender_name) <= 200),
  subject text constraint inbound_mail_subject_length check (char_length(subject) <= 200),
  -- what stood in it beside the new words: the history that mail programs quote
  folded text not null default '' constraint inbound_mail_folded_length check (char_length(folded) <= 200000),
  -- names of files that we do not keep
  refused_files text[] not null default '{}',
  constraint inbound_mail_once unique (mailbox, message_id),
  constraint inbound_mail_filed_somewhere check ((state = 'FILED') <= (contact_id is not null)),
  constraint inbound_mail_left_out_says_why check (state not in ('IGNORED', 'QUARANTINED') or reason <> '')
);
create index inbound_mail_due on inbound_mail (due_at, id) where state = 'RECEIVED';
create index inbound_mail_quarantined on inbound_mail (received_at desc, id desc) where state = 'QUARANTINED';
create index inbound_mail_by_message_id on inbound_mail (message_id);
create index inbound_mail_by_contact on inbound_mail (contact_id) where contact_id is not null;
create index inbound_mail_by_message on inbound_mail (contact_message_id) where contact_message_id is not null;

-- Who wrote, where nobody is known by that address or to say which address it was.
alter table contact
  add column sender_address text
    constraint contact_sender_address_has_at check (sender_address like '%_@_%' and char_length(sender_address) <= 320),
  add column sender_name text constraint contact_sender_name_length check (char_length(sender_name) <= 200),
  -- the contact it seems to belong to, said by a stranger who names its number or answers its mail
  add column maybe_of_id uuid references contact,
  add constraint contact_sender_name_needs_address check (sender_name is null or sender_address is not null),
  add constraint contact_maybe_of_another check (maybe_of_id <> id);
create index contact_by_maybe_of on contact (maybe_of_id) where maybe_of_id is not null;

create index resident_by_email on resident (lower(email)) where email is not null;

-- A letter that came back. It was sent all the same, and stays so.
alter table notification
  add column bounced_at timestamptz,
  add column bounce text constraint notification_bounce_length check (char_length(bounce) <= 500),
  add constraint notification_bounce_has_time check ((bounced_at is null) = (bounce is null));
-- whoever wrote by mail may be nobody we know
alter table notification drop constraint notification_for_one_person;
alter table notification add constraint notification_for_one_person check (
  case
    when kind in ('LINE_NEAR', 'KEY_LENT', 'KEY_LENT_DUE', 'KEY_LENT_LATE') then num_nonnulls(resident_id, staff_id) = 0
    when kind in ('CONTACT_ANSWERED', 'CONTACT_RECEIVED') then staff_id is null
    else num_nonnulls(resident_id, staff_id) = 1
  end);
-- the brake on automatic answers asks how many an address has had
create index notification_receipts on notification (created_at, recipient) where kind = 'CONTACT_RECEIVED';

-- A file that came by mail was given by a letter, not by somebody signed in.
alter table attachment add column inbound_mail_id uuid references inbound_mail;
alter table attachment drop constraint attachment_has_a_giver;
alter table attachment add constraint attachment_has_a_giver check (num_nonnulls(resident_id, staff_id, inbound_mail_id) = 1);
create index attachment_by_inbound_mail on attachment (inbound_mail_id) where inbound_mail_id is not null;

-- What came in is never rewritten or thrown away by the application; only what became of it is written beside it.
grant select, insert, update on mailbox to kotiovi_backoffice;
grant select, insert on inbound_mail to kotiovi_backoffice;
grant update (state, attempts, due_at, reason, contact_id, contact_message_id, sender_address, sender_name, subject, folded,
  refused_files) on inbound_mail to kotiovi_backoffice;
