-- An answer leaves the house a moment after it was written, and can be held back until then. While a resident is asked
-- for more, the office hours of our promise stand still.
alter table contact_message
  -- from when the resident sees it; null: from when it was written
  add column leaves_at timestamptz,
  add constraint contact_message_only_ours_leaves check (leaves_at is null or direction = 'OUT');
grant select (leaves_at) on contact_message to kotiovi_portal;

alter table contact
  -- office minutes that were left of the promise when the resident was asked
  add column minutes_left integer constraint contact_minutes_left_sane check (minutes_left between 0 and 100000),
  -- since when we wait for a word of the resident, if there is one
  add column silent_since timestamptz,
  add constraint contact_promise_stands_still check ((state = 'WAITING_RESIDENT') = (minutes_left is not null));
create index contact_silent on contact (silent_since) where state in ('ANSWERED', 'WAITING_RESIDENT');
grant select (minutes_left), update (minutes_left) on contact to kotiovi_portal;

-- How a contact stood before its last answer, for as long as that can be held back.
create table contact_before_answer (
  contact_id uuid primary key references contact,
  message_id uuid not null,
  arrived_at timestamptz not null,
  promised_by timestamptz not null,
  handled_by uuid references staff,
  returned_reason text not null,
  skips integer not null
);
grant select, insert, update on contact_before_answer to kotiovi_backoffice;

-- What was taken back is not found by its words either.
create function search.found_again(contact uuid) returns void
  language sql security definer set search_path = public, pg_temp as $$
  update search.contact s set document = setweight(to_tsvector(search.dictionary(c.language), c.subject), 'A')
    || setweight(to_tsvector(search.dictionary(c.language), coalesce(
        (select string_agg(m.body, ' ' order by m.id) from contact_message m where m.contact_id = c.id and m.direction = 'IN'), '')), 'B')
    || setweight(to_tsvector(search.dictionary(c.language), coalesce(
        (select string_agg(m.body, ' ' order by m.id) from contact_message m where m.contact_id = c.id and m.direction = 'OUT'), '')), 'C')
  from contact c where c.id = found_again.contact and s.contact_id = c.id
$$;
revoke execute on function search.found_again(uuid) from public;

-- What was said stays said; only an answer that has not left is taken back, by whoever wrote it, with its letter. Files
-- go back to being the writer's own. False when it is too late.
create function withdraw_answer(answer uuid, writer uuid, letter_sequence integer, at_moment timestamptz) returns boolean
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  about uuid;
begin
  select m.contact_id into about from contact_message m
    where m.id = answer and m.direction = 'OUT' and m.staff_id = writer and m.leaves_at > at_moment for update;
  if about is null then
    return false;
  end if;
  delete from notification n
    where n.kind = 'CONTACT_ANSWERED' and n.cause_id = about and n.sequence = letter_sequence and n.state = 'PENDING';
  if exists (select from notification n
      where n.kind = 'CONTACT_ANSWERED' and n.cause_id = about and n.sequence = letter_sequence) then
    return false;
  end if;
  update attachment set contact_message_id = null where contact_message_id = answer;
  delete from contact_message where id = answer;
  perform search.found_again(about);
  return true;
end $$;
revoke execute on function withdraw_answer(uuid, uuid, integer, timestamptz) from public;
grant execute on function withdraw_answer(uuid, uuid, integer, timestamptz) to kotiovi_backoffice;

alter table staff_draft add column files uuid[] not null default '{}'
  constraint staff_draft_few_files check (cardinality(files) <= 5);

create or replace function contact_comes_back() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  -- a mark that was set with the same step says more
  if new.mark is not distinct from old.mark then
    new.mark := 'REPLY';
  end if;
  new.returned_reason := '';
  new.skips := 0;
  new.reserved_for := new.handled_by;
  new.reserved_until := case when new.handled_by is not null then new.promised_by - interval '4 hours' end;
  return new;
end $$;
drop trigger contact_comes_back on contact;
create trigger contact_comes_back before update of state on contact
  for each row when (old.state in ('ANSWERED', 'CLOSED', 'WAITING_RESIDENT') and new.state = 'NEW')
  execute function contact_comes_back();

-- Nobody outside the house sees what can still be held back, nor the files that would go with it.
alter policy own_read on contact_message using (contact_id in (select c.id from contact c)
  and (leaves_at is null or leaves_at <= now()));
create or replace function my_contact_messages() returns uuid[]
  language sql stable parallel safe security definer set search_path = public, pg_temp
  return array(select m.id from contact c join contact_message m on m.contact_id = c.id
    where c.resident_id = me() and (m.leaves_at is null or m.leaves_at <= now()));
