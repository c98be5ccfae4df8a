-- Promises with a day, answer times by topic, and who gets back what they have had in hand.
alter table contact_topic
  -- office hours until an answer; null is the usual end of the second working day
  add column answer_hours integer constraint contact_topic_answer_hours_sane check (answer_hours between 1 and 200);
grant update (answer_hours) on contact_topic to kotiovi_backoffice;

alter table contact
  -- when it comes back to the line by itself
  add column back_at timestamptz,
  -- who answered it or promised something, last
  add column handled_by uuid references staff,
  -- left to one person until a moment, as long as that person is present
  add column reserved_for uuid references staff,
  add column reserved_until timestamptz,
  add constraint contact_promise_has_its_day check ((state = 'WAITING_INTERNAL') = (back_at is not null)),
  add constraint contact_reserved_for_a_while check ((reserved_for is null) = (reserved_until is null));
create index contact_promised on contact (back_at) where state = 'WAITING_INTERNAL';
create index contact_promise_runs_out on contact (promised_by, id) where state in ('NEW', 'TAKEN', 'WAITING_INTERNAL');

-- When somebody last did something in the line.
create table queue_presence (
  staff_id uuid primary key references staff,
  seen_at timestamptz not null
);
grant select, insert, update on queue_presence to kotiovi_backoffice;

-- What comes back after an answer belongs to whoever gave it, until shortly before the promise; whether that person is
-- present is looked at when somebody takes the next. Written here, because a reply comes in by more than one door.
create function contact_comes_back() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  new.mark := 'REPLY';
  new.returned_reason := '';
  new.skips := 0;
  new.reserved_for := new.handled_by;
  new.reserved_until := case when new.handled_by is not null then new.promised_by - interval '4 hours' end;
  return new;
end $$;
revoke execute on function contact_comes_back() from public;
create trigger contact_comes_back before update of state on contact
  for each row when (old.state in ('ANSWERED', 'CLOSED') and new.state = 'NEW')
  execute function contact_comes_back();
