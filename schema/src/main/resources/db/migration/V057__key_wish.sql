-- A party to the lease asks for more keys, in writing. Nothing moves in the key room by that: a person at the office reads it
-- and orders the keys, or says why not.
create table key_wish (
  -- chosen by the form, so that a form that is sent twice is one wish
  id uuid primary key,
  resident_id uuid not null references resident,
  home_id uuid not null references home,
  kind key_kind not null constraint key_wish_kind check (kind in ('FLAT', 'STORAGE', 'LAUNDRY', 'GARAGE', 'REMOTE')),
  pieces integer not null constraint key_wish_pieces check (pieces between 1 and 3),
  reason text not null constraint key_wish_has_a_reason check (char_length(btrim(reason)) >= 3 and char_length(reason) <= 300),
  state key_wish_state not null default 'ASKED',
  asked_at timestamptz not null,
  answered_at timestamptz,
  answered_by uuid references staff,
  answer text not null default '' constraint key_wish_answer_length check (char_length(answer) <= 500),
  constraint key_wish_answered_by_a_person check ((state in ('ORDERED', 'DECLINED')) = (answered_by is not null)),
  constraint key_wish_over_has_time check ((state = 'ASKED') = (answered_at is null)),
  constraint key_wish_declined_says_why check (state <> 'DECLINED' or char_length(btrim(answer)) >= 3)
);
create unique index key_wish_one_waiting_per_kind on key_wish (home_id, kind) where state = 'ASKED';
create index key_wish_waiting on key_wish (asked_at) where state = 'ASKED';
create index key_wish_by_resident on key_wish (resident_id, asked_at desc);
create index key_wish_by_home on key_wish (home_id);

alter table key_order add column wish_id uuid references key_wish;
create index key_order_by_wish on key_order (wish_id) where wish_id is not null;
create index key_order_under_way_by_home on key_order (home_id) where closed_at is null;

-- How many keys are asked for or under way to a home, whoever lives there asked. Whoever counts goes on alone for that home
-- until the transaction ends, so that two windows cannot both be the last one.
create function keys_under_way(of_home uuid) returns integer
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  perform pg_advisory_xact_lock(hashtext('key_wish'), hashtext(of_home::text));
  return coalesce((select sum(w.pieces) from key_wish w where w.home_id = of_home and w.state = 'ASKED'), 0)
    + (select count(*) from key_order o where o.home_id = of_home and o.closed_at is null);
end $$;

create function key_wish_within_reason() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if keys_under_way(new.home_id) + new.pieces > 5 then
    raise exception 'Enough keys are under way to this home' using errcode = 'check_violation', constraint = 'key_wish_within_reason';
  end if;
  return new;
end $$;
create trigger key_wish_within_reason before insert on key_wish for each row execute function key_wish_within_reason();

-- The same for the site: nothing of other people's homes.
create function my_keys_under_way(of_home uuid) returns integer
  language sql volatile security definer set search_path = public, pg_temp as $$
  select keys_under_way(of_home) where exists (
    select from tenancy t join tenancy_resident tr on tr.tenancy_id = t.id where t.home_id = of_home and tr.resident_id = me())
$$;

-- How the resident's own orders stand: nothing of tags, hooks and serials.
create function my_key_orders()
  returns table (order_id uuid, wish_id uuid, number text, kind key_kind, state key_order_state, ordered_at timestamptz,
    ready_at timestamptz, closed_at timestamptz)
  language sql stable security definer set search_path = public, pg_temp as $$
  select o.id, o.wish_id, o.number, k.kind, o.state, o.ordered_at, o.ready_at, o.closed_at
  from key_order o join key k on k.id = o.key_id where o.resident_id = me()
$$;

alter table key_wish enable row level security;
alter table key_wish force row level security;
create policy owner_all on key_wish to kotiovi_owner using (true) with check (true);
create policy backoffice_all on key_wish to kotiovi_backoffice using (true) with check (true);
create policy own_read on key_wish for select to kotiovi_portal using (resident_id = (select me()));
-- whoever pays the rent pays for keys: only a party to a lease that is not over
create policy own_write on key_wish for insert to kotiovi_portal
  with check (resident_id = (select me()) and state = 'ASKED' and answered_by is null and exists (
    select from tenancy t join tenancy_resident tr on tr.tenancy_id = t.id
    where t.home_id = key_wish.home_id and tr.resident_id = (select me()) and tr.role = 'MAIN'
      and (upper(t.during) is null or upper(t.during) > (key_wish.asked_at at time zone 'Europe/Helsinki')::date)));
create policy own_withdrawal on key_wish for update to kotiovi_portal
  using (resident_id = (select me()) and state = 'ASKED')
  with check (resident_id = (select me()) and state = 'WITHDRAWN');

grant select, update on key_wish to kotiovi_backoffice;
grant select (id, resident_id, home_id, kind, pieces, reason, state, asked_at, answered_at, answer),
  insert (id, resident_id, home_id, kind, pieces, reason, asked_at),
  update (state, answered_at) on key_wish to kotiovi_portal;
grant execute on function my_keys_under_way(uuid), my_key_orders() to kotiovi_portal, kotiovi_backoffice;
