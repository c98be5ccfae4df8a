-- The custody log: every link holds the hash of the one before it, nobody changes or removes one, and two writers
-- cannot follow the same link. `kotiovi verify` computes all of it again, outside the database.
alter table key_event
  add column handover_id uuid references key_handover,
  add column loan_id uuid references key_loan,
  add column note text not null default '' constraint key_event_note_length check (char_length(note) <= 500),
  add column signature_digest bytea,
  add column chain_no bigint,
  add column previous_hash bytea,
  add column hash bytea;
create index key_event_by_handover on key_event (handover_id) where handover_id is not null;

create function key_event_hash(e key_event) returns bytea language sql immutable
  return sha256(e.previous_hash || convert_to(concat_ws('|',
    e.chain_no, e.id, e.key_id, e.kind, to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'),
    coalesce(e.staff_id::text, '-'), coalesce(e.visit_id::text, '-'), coalesce(e.resident_id::text, '-'),
    coalesce(e.id_kind::text, '-'), coalesce(e.handover_id::text, '-'), coalesce(e.loan_id::text, '-'),
    coalesce(encode(e.signature_digest, 'hex'), '-'), e.note), 'UTF8'));

create function key_event_joins_chain() returns trigger language plpgsql as $$
declare
  last record;
begin
  -- One writer at a time from here to the end of its transaction. Whoever writes has locked the keys before.
  perform pg_advisory_xact_lock(hashtext('key_event'));
  select chain_no, hash into last from key_event where chain_no is not null order by chain_no desc limit 1;
  new.chain_no := coalesce(last.chain_no, 0) + 1;
  new.previous_hash := coalesce(last.hash, decode(repeat('00', 32), 'hex'));
  new.signature_digest := (select sha256(h.signature) from key_handover h where h.id = new.handover_id);
  new.hash := key_event_hash(new);
  return new;
end $$;

create unique index key_event_chain_no_once on key_event (chain_no);
do $$
declare
  e key_event;
begin
  for e in select * from key_event order by id loop
    e.chain_no := coalesce((select max(chain_no) from key_event), 0) + 1;
    e.previous_hash := coalesce((select hash from key_event where chain_no = e.chain_no - 1), decode(repeat('00', 32), 'hex'));
    update key_event set chain_no = e.chain_no, previous_hash = e.previous_hash, hash = key_event_hash(e) where id = e.id;
  end loop;
end $$;

alter table key_event
  alter column chain_no set not null,
  alter column previous_hash set not null,
  alter column hash set not null,
  add constraint key_event_chain_is_not_forked unique (previous_hash);
create trigger key_event_joins_chain before insert on key_event for each row execute function key_event_joins_chain();

create function what_happened_stays() returns trigger language plpgsql as $$
begin
  raise exception 'Nobody changes or removes what stands in %', tg_table_name using errcode = 'insufficient_privilege';
end $$;
do $$
declare
  t text;
begin
  foreach t in array array['key_event', 'key_handover', 'key_handover_key', 'key_early_pickup'] loop
    execute format('create trigger what_happened_stays before update or delete or truncate on %I for each statement execute function what_happened_stays()', t);
  end loop;
end $$;
