-- What a resident may know and do while waiting: how fast the line goes, closing the own matter, one tap on the answer.
create type contact_verdict as enum ('HELPED', 'PARTLY', 'NOT');

create table contact_rating (
  contact_id uuid primary key references contact,
  verdict contact_verdict not null,
  word text not null default '' constraint contact_rating_word_length check (char_length(word) <= 300),
  at timestamptz not null
);
alter table contact_rating enable row level security;
alter table contact_rating force row level security;
create policy owner_all on contact_rating to kotiovi_owner using (true) with check (true);
create policy backoffice_all on contact_rating to kotiovi_backoffice using (true) with check (true);
create policy own on contact_rating to kotiovi_portal using (contact_id in (select c.id from contact c))
  with check (contact_id in (select c.id from contact c));
grant select on contact_rating to kotiovi_backoffice;
grant select, insert, update (verdict, word, at) on contact_rating to kotiovi_portal;

-- The resident's own closing ends a promise too.
grant select (back_at), update (back_at) on contact to kotiovi_portal;

-- How many were taken from the line since a moment: a count, never people.
create function taken_since(since timestamptz, until timestamptz) returns bigint
  language sql stable security definer set search_path = public, pg_temp as $$
  select count(*) from contact_event e where e.kind = 'TAKEN' and e.at > since and e.at <= until
$$;
revoke execute on function taken_since(timestamptz, timestamptz) from public;
grant execute on function taken_since(timestamptz, timestamptz) to kotiovi_portal, kotiovi_backoffice;
