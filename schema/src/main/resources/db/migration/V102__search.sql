-- Finding what people wrote and what we know, with inflected words and with wrong letters.
create extension fuzzystrmatch with schema ext;
-- Kept apart from the tables of the business: nothing here is the truth, all of it can be made again.
create schema search;
grant usage on schema search to kotiovi_backoffice;

create function search.dictionary(language language) returns regconfig
  language sql immutable parallel safe
  return case language when 'FI' then 'pg_catalog.finnish'::regconfig when 'SV' then 'pg_catalog.swedish'::regconfig
    else 'pg_catalog.english'::regconfig end;

create table search.contact (
  contact_id uuid primary key references public.contact on delete cascade,
  language language not null,
  at timestamptz not null,
  document tsvector not null
);
create index contact_document on search.contact using gin (document) with (fastupdate = off);
create index contact_at on search.contact (at desc);
create index contact_in_language on search.contact (language, at desc);

create table search.fault (
  fault_id uuid primary key references public.fault on delete cascade,
  at timestamptz not null,
  document tsvector not null
);
create index fault_document on search.fault using gin (document) with (fastupdate = off);
create index fault_at on search.fault (at desc);

create table search.article (
  article_id uuid not null references public.article on delete cascade,
  language language not null,
  audience article_audience not null,
  -- title and search words, for wrong letters and the long words of Finnish
  name text not null,
  document tsvector not null,
  primary key (article_id, language)
);

-- Words that have been written, to find the nearest one to a word with wrong letters. Not unique, so that two who write
-- a new word at the same moment never wait for each other; one too many does no harm.
create table search.word (
  word text not null,
  -- without dots and rings, for keyboards that have none
  plain text not null
);
create index word_itself on search.word (word);
create index word_by_letters on search.word using gin (plain ext.gin_trgm_ops);

create function search.learn(texts text[]) returns void
  language sql volatile security definer set search_path = public, pg_temp as $$
  insert into search.word (word, plain)
  select w, ext.unaccent(w) from (
    select distinct w from (select distinct t from unnest(texts) t) x, regexp_split_to_table(lower(x.t), '[^[:alpha:]]+') w
    where char_length(w) between 4 and 30) fresh
  where not exists (select from search.word k where k.word = fresh.w)
$$;

-- The parts of people's names, in small letters; and each name there is, to find the nearest to one with wrong letters.
create table search.resident (
  resident_id uuid primary key references public.resident on delete cascade,
  parts text[] not null
);
create index resident_parts on search.resident using gin (parts) with (fastupdate = off);
create table search.name (name text not null, plain text not null);
create index name_itself on search.name (name text_pattern_ops);
create index name_by_letters on search.name using gin (plain ext.gin_trgm_ops);

create function search.name_parts(given_name text, family_name text) returns text[]
  language sql immutable parallel safe
  return array(select w from regexp_split_to_table(lower(given_name || ' ' || family_name), '[^[:alnum:]]+') w where w <> '');

create function search.learn_names(parts text[]) returns void
  language sql volatile security definer set search_path = public, pg_temp as $$
  insert into search.name (name, plain)
  select w, ext.unaccent(w) from (select distinct w from unnest(parts) w) fresh
  where not exists (select from search.name k where k.name = fresh.w)
$$;

create function search.resident_named() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into search.resident (resident_id, parts)
  select id, search.name_parts(given_name, family_name) from named
  on conflict (resident_id) do update set parts = excluded.parts;
  perform search.learn_names(array(select unnest(search.name_parts(given_name, family_name)) from named));
  return null;
end $$;
create trigger resident_is_found after insert on resident
  referencing new table as named for each statement execute function search.resident_named();
create trigger resident_is_found_anew after update on resident
  referencing new table as named for each statement execute function search.resident_named();

create function search.message_written() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into search.contact as s (contact_id, language, at, document)
  select c.id, c.language, c.arrived_at,
    case when exists (select from search.contact x where x.contact_id = c.id) then ''
      else setweight(to_tsvector(search.dictionary(c.language), c.subject), 'A') end
    || setweight(to_tsvector(search.dictionary(c.language), coalesce(m.asked, '')), 'B')
    || setweight(to_tsvector(search.dictionary(c.language), coalesce(m.answered, '')), 'C')
  from (
    select contact_id, string_agg(body, ' ' order by id) filter (where direction = 'IN') as asked,
      string_agg(body, ' ' order by id) filter (where direction = 'OUT') as answered
    from written group by contact_id) m
  join contact c on c.id = m.contact_id
  on conflict (contact_id) do update set document = s.document || excluded.document;
  perform search.learn(array(
    select body from written union select c.subject from contact c where c.id in (select contact_id from written)));
  return null;
end $$;
create trigger contact_message_is_found after insert on contact_message
  referencing new table as written for each statement execute function search.message_written();

create function search.fault_filed() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into search.fault (fault_id, at, document)
  select f.id, f.filed_at, to_tsvector(search.dictionary(f.language), f.description) from filed f;
  perform search.learn(array(select description from filed));
  return null;
end $$;
create trigger fault_is_found after insert on fault
  referencing new table as filed for each statement execute function search.fault_filed();

create function search.article_published() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from search.article where article_id = new.id;
  insert into search.article (article_id, language, audience, name, document)
  select t.article_id, t.language, v.audience, lower(t.title || ' ' || t.words),
    setweight(to_tsvector(search.dictionary(t.language), t.title || ' ' || t.words), 'A')
    || setweight(to_tsvector(search.dictionary(t.language), t.body), 'C')
  from article_text t join article_version v on v.article_id = t.article_id and v.version = t.version
  where t.article_id = new.id and t.version = new.published;
  perform search.learn(array(select t.title || ' ' || t.words || ' ' || t.body from article_text t
    where t.article_id = new.id and t.version = new.published));
  return null;
end $$;
-- at the end of the transaction, when the texts of the version are there
create constraint trigger article_is_found after insert or update of published on article
  deferrable initially deferred for each row when (new.published is not null)
  execute function search.article_published();

-- What was written before there was a search.
insert into search.contact (contact_id, language, at, document)
select c.id, c.language, c.arrived_at, setweight(to_tsvector(search.dictionary(c.language), c.subject), 'A')
  || setweight(to_tsvector(search.dictionary(c.language), coalesce(string_agg(m.body, ' ') filter (where m.direction = 'IN'), '')), 'B')
  || setweight(to_tsvector(search.dictionary(c.language), coalesce(string_agg(m.body, ' ') filter (where m.direction = 'OUT'), '')), 'C')
from contact c join contact_message m on m.contact_id = c.id group by c.id;
insert into search.fault (fault_id, at, document)
select id, filed_at, to_tsvector(search.dictionary(language), description) from fault;
insert into search.resident (resident_id, parts) select id, search.name_parts(given_name, family_name) from resident;
select search.learn_names(array(select unnest(parts) from search.resident));
select search.learn(array(select body from contact_message union select subject from contact union select description from fault));

-- The words of a question, each once, in the order they came.
create function search.tokens(words text) returns text[]
  language sql immutable parallel safe
  return array(select t from (
    select w as t, min(n) as n from regexp_split_to_table(lower(words), '[^[:alnum:]]+') with ordinality as s(w, n)
    where w <> '' group by w order by min(n) limit 40) once);

-- A word as each language bends it, or the beginning of it; null for words that say nothing.
create function search.bent(token text) returns text
  language sql immutable parallel safe
  return case when least(numnode(plainto_tsquery('pg_catalog.finnish', token)), numnode(plainto_tsquery('pg_catalog.swedish', token)),
      numnode(plainto_tsquery('pg_catalog.english', token))) > 0
    then concat_ws(' | ', plainto_tsquery('pg_catalog.finnish', token)::text, plainto_tsquery('pg_catalog.swedish', token)::text,
      plainto_tsquery('pg_catalog.english', token)::text, quote_literal(token) || ':*') end;

-- All words, as they stand.
create function search.exactly(words text) returns tsquery
  language sql immutable parallel safe
  return (select coalesce(string_agg('(' || search.bent(t) || ')', ' & '), '')::tsquery from unnest((search.tokens(words))[1:8]) t);

-- All words, each also as the nearest words that have been written.
create function search.nearly(words text) returns tsquery
  language plpgsql stable parallel safe
  set search_path = public, ext, pg_temp set pg_trgm.similarity_threshold = 0.3 as $$
declare
  token text;
  plainly text;
  bent text;
  joined text := '';
begin
  foreach token in array (search.tokens(words))[1:8] loop
    bent := search.bent(token);
    continue when bent is null;
    if char_length(token) >= 4 then
      plainly := unaccent(token);
      select concat_ws(' | ', bent, string_agg(search.bent(k.word), ' | ')) into bent from (
        select distinct w.word, levenshtein_less_equal(w.plain, plainly, 2) as steps, similarity(w.plain, plainly) as alike
        from search.word w where w.plain % plainly
          and (levenshtein_less_equal(w.plain, plainly, 2) <= case when char_length(token) < 6 then 1 else 2 end
            or similarity(w.plain, plainly) >= 0.5)
        order by 2, 3 desc limit 5) k;
    end if;
    joined := joined || case when joined = '' then '' else ' & ' end || '(' || bent || ')';
  end loop;
  return joined::tsquery;
end $$;

-- Any of the words of a longer text, in its language; with a letter behind each, only where it stands in that weight.
create function search.any_of(words text, language language, weight text) returns tsquery
  language sql immutable parallel safe
  return (select coalesce(string_agg('''' || replace(replace(lexeme, '\', '\\'), '''', '''''') || '''' || weight, ' | '), '')::tsquery
    from (select lexeme from unnest(to_tsvector(search.dictionary(language), left(words, 4000))) limit 60) l);

-- What is looked for, worked out once for all that is searched: the words as they stand, and with the nearest ones.
create function search_words(words text) returns table (exactly text, nearly text)
  language sql stable set search_path = public, pg_temp as $$
  select search.exactly(words)::text, search.nearly(words)::text
$$;

-- The latest that fit, two hundred at most. Nobody can estimate how common the beginning of a word is, so it is counted: what is
-- rare is fetched and sorted, what is common is met soon by walking back in time.
create function search.latest_contacts(wanted tsquery) returns table (id uuid, at timestamptz, document tsvector)
  language plpgsql stable set search_path = public, pg_temp set plan_cache_mode = force_custom_plan set enable_seqscan = off as $$
begin
  if (select count(*) from (select from search.contact s where s.document @@ wanted limit 1500) few) < 1500 then
    return query select s.contact_id, s.at, s.document from search.contact s where s.document @@ wanted
      order by s.at + interval '0 s' desc limit 200;
  else
    return query select s.contact_id, s.at, s.document from search.contact s where s.document @@ wanted order by s.at desc limit 200;
  end if;
end $$;

-- Of one crew, or of all where none is given.
create function search.latest_faults(wanted tsquery, crew uuid) returns table (id uuid, at timestamptz, document tsvector)
  language plpgsql stable set search_path = public, pg_temp set plan_cache_mode = force_custom_plan set enable_seqscan = off as $$
begin
  if (select count(*) from (select from search.fault s where s.document @@ wanted limit 1500) few) < 1500 then
    return query select s.fault_id, s.at, s.document from search.fault s where s.document @@ wanted
        and (crew is null or exists (select from work_order w where w.fault_id = s.fault_id and w.crew_id = crew))
      order by s.at + interval '0 s' desc limit 200;
  else
    return query select s.fault_id, s.at, s.document from search.fault s where s.document @@ wanted
        and (crew is null or exists (select from work_order w where w.fault_id = s.fault_id and w.crew_id = crew))
      order by s.at desc limit 200;
  end if;
end $$;

-- What fits as it stands comes first; the nearest words are looked at only where that is not enough.
create function search_contacts(exactly text, nearly text, skip integer, most integer) returns table (id uuid)
  language plpgsql stable set search_path = public, pg_temp as $$
declare
  exact tsquery := exactly::tsquery;
  near tsquery := nearly::tsquery;
  hits uuid[];
begin
  hits := array(select h.id from search.latest_contacts(exact) h
    order by round(ts_rank('{0.1, 0.3, 0.6, 1}', h.document, exact)::numeric, 2) desc, h.at desc);
  if cardinality(hits) < skip + most then
    hits := hits || array(select h.id from search.latest_contacts(near) h where h.id <> all (hits)
      order by round(ts_rank('{0.1, 0.3, 0.6, 1}', h.document, near)::numeric, 2) desc, h.at desc);
  end if;
  return query select unnest(hits[skip + 1 : skip + most]);
end $$;

create function search_faults(exactly text, nearly text, crew uuid, skip integer, most integer) returns table (id uuid)
  language plpgsql stable set search_path = public, pg_temp as $$
declare
  exact tsquery := exactly::tsquery;
  near tsquery := nearly::tsquery;
  hits uuid[];
begin
  hits := array(select h.id from search.latest_faults(exact, crew) h
    order by round(ts_rank(h.document, exact)::numeric, 2) desc, h.at desc);
  if cardinality(hits) < skip + most then
    hits := hits || array(select h.id from search.latest_faults(near, crew) h where h.id <> all (hits)
      order by round(ts_rank(h.document, near)::numeric, 2) desc, h.at desc);
  end if;
  return query select unnest(hits[skip + 1 : skip + most]);
end $$;

-- Every word is a name, the beginning of one, or near to one.
create function search_residents(words text, skip integer, most integer) returns table (id uuid)
  language plpgsql stable set search_path = public, ext, pg_temp
  set plan_cache_mode = force_custom_plan set pg_trgm.similarity_threshold = 0.3 as $$
declare
  tokens text[] := (search.tokens(words))[1:4];
  token text;
  near text[];
  fits uuid[];
  found uuid[];
begin
  foreach token in array tokens loop
    near := array(
      select distinct n.name from search.name n
      where n.name like replace(token, '_', '') || '%' or n.plain like unaccent(token) || '%'
        or (n.plain % unaccent(token) and levenshtein_less_equal(n.plain, unaccent(token), 2)
          <= case when char_length(token) < 5 then 1 else 2 end)
      limit 100);
    if near = '{}' then
      return;
    end if;
    fits := array(select r.resident_id from search.resident r where r.parts && near
      and (found is null or r.resident_id = any (found)) limit 5000);
    found := fits;
  end loop;
  return query
  select r.id from search.resident s join resident r on r.id = s.resident_id
  where s.resident_id = any (found)
  order by (select count(*) from unnest(tokens) t where t = any (s.parts)) desc, r.family_name, r.given_name, r.id
  offset skip limit most;
end $$;

-- Streets may have wrong letters, numbers may not; what is null fits every home.
create function search_homes(street text, house text, stair text, flat integer, skip integer, most integer) returns table (id uuid)
  language plpgsql stable set search_path = public, ext, pg_temp set plan_cache_mode = force_custom_plan as $$
begin
  return query
  with near as materialized (
    select b.id, b.street_fi, b.house_number, greatest(word_similarity(lower(street), lower(b.street_fi)), word_similarity(lower(street), lower(b.street_sv)))
      + greatest(similarity(lower(street), lower(b.street_fi)), similarity(lower(street), lower(b.street_sv))) as alike
    from building b
    where greatest(word_similarity(lower(street), lower(b.street_fi)), word_similarity(lower(street), lower(b.street_sv))) >= 0.5
      and (house is null or lower(b.house_number) = lower(house))
    order by 4 desc limit 50)
  select h.id from near n join home h on h.building_id = n.id
  where (stair is null or lower(h.staircase) = lower(stair)) and (flat is null or h.flat_number = flat)
  order by round(n.alike::numeric, 1) desc, n.street_fi, n.house_number, h.staircase, h.flat_number
  offset skip limit most;
end $$;

create function search_articles(words text, nearly text, skip integer, most integer) returns table (id uuid)
  language plpgsql stable set search_path = public, ext, pg_temp as $$
declare
  near tsquery := nearly::tsquery;
  wanted text := lower(btrim(words));
begin
  return query
  select s.article_id from search.article s
  where s.document @@ near or word_similarity(wanted, s.name) >= 0.6
  group by s.article_id
  order by max(ts_rank(s.document, near) + word_similarity(wanted, s.name)) desc, s.article_id
  offset skip limit most;
end $$;

-- Articles that may answer a text somebody has written, the best first. A word of the title or of the search words has to be in it:
-- no answer is better than a wrong one. Office articles only where they are asked for.
create function search.alike_articles(words text, language language, of_office boolean, most integer) returns table (id uuid)
  language plpgsql stable set search_path = public, ext, pg_temp as $$
declare
  named tsquery := search.any_of(words, alike_articles.language, ':A');
  said tsquery := search.any_of(words, alike_articles.language, '');
begin
  return query
  select s.article_id from search.article s
  cross join lateral (select coalesce(max(word_similarity(t, s.name)), 0) as alike
    from unnest(search.tokens(left(words, 4000))) t where char_length(t) >= 6) w
  where s.language = alike_articles.language and (of_office or s.audience = 'RESIDENTS')
    and (s.document @@ named or w.alike >= 0.75)
  order by ts_rank('{0.1, 0.1, 0.3, 1}', s.document, said) + 0.3 * w.alike desc, s.article_id
  limit most;
end $$;

-- For residents: what they look for in the help, and what may answer what they are writing.
create function help_found(words text, language language, most integer) returns table (id uuid)
  language plpgsql stable security definer set search_path = public, ext, pg_temp as $$
declare
  nearly tsquery := search.nearly(left(words, 200));
  wanted text := lower(btrim(left(words, 200)));
begin
  return query
  select s.article_id from search.article s
  where s.audience = 'RESIDENTS' and s.language = help_found.language
    and (s.document @@ nearly or word_similarity(wanted, s.name) >= 0.6)
  order by ts_rank(s.document, nearly) + word_similarity(wanted, s.name) desc, s.article_id
  limit most;
end $$;
create function help_alike(words text, language language, most integer) returns table (id uuid)
  language sql stable security definer set search_path = public, pg_temp as $$
  select a.id from search.alike_articles(words, language, false, most) a
$$;
create function articles_alike(words text, language language, most integer) returns table (id uuid)
  language sql stable set search_path = public, pg_temp as $$
  select a.id from search.alike_articles(words, language, true, most) a
$$;

-- Answers to contacts like this one: same language, the latest thousand that share a word, the same answer once.
create function answers_alike(contact uuid, most integer) returns table (id uuid)
  language plpgsql stable set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
  spoken language;
  topic text;
  named tsquery;
  said tsquery;
begin
  select c.language, c.topic_code, search.any_of(c.subject, c.language, ''),
    search.any_of(c.subject || ' ' || coalesce(string_agg(m.body, ' ') filter (where m.direction = 'IN'), ''), c.language, '')
  into spoken, topic, named, said
  from public.contact c left join contact_message m on m.contact_id = c.id where c.id = answers_alike.contact group by c.id;
  return query
  with hit as (
    select s.contact_id, s.at, s.document from search.contact s
    where s.language = spoken and s.document @@ said and s.contact_id <> answers_alike.contact
    order by s.at desc limit 1000),
  best as (
    select h.contact_id, h.at, ts_rank('{0.1, 0.1, 0.5, 1}', h.document, said)
      + case when h.document @@ named then 0.5 else 0 end + case when c.topic_code = topic then 0.3 else 0 end as fits
    from hit h join public.contact c on c.id = h.contact_id and c.state in ('ANSWERED', 'CLOSED')
    order by 3 desc, 2 desc limit 60),
  said_once as (
    select distinct on (a.said) a.id, b.fits, b.at from best b
    cross join lateral (select m.id, left(split_part(m.body, E'\n\n', 1), 300) as said from contact_message m
      where m.contact_id = b.contact_id and m.direction = 'OUT' order by m.id desc limit 1) a
    where b.fits >= 0.45
    order by a.said, b.fits desc, b.at desc)
  select o.id from said_once o order by o.fits desc, o.at desc limit most;
end $$;

grant select on all tables in schema search to kotiovi_backoffice;
grant execute on function search.dictionary(language), search.tokens(text), search.bent(text), search.exactly(text), search.nearly(text),
  search.any_of(text, language, text), search.latest_contacts(tsquery), search.latest_faults(tsquery, uuid),
  search.alike_articles(text, language, boolean, integer) to kotiovi_backoffice;
grant execute on function search_words(text), search_contacts(text, text, integer, integer), search_faults(text, text, uuid, integer, integer),
  search_residents(text, integer, integer), search_homes(text, text, text, integer, integer, integer),
  search_articles(text, text, integer, integer), articles_alike(text, language, integer), answers_alike(uuid, integer) to kotiovi_backoffice;
revoke execute on all functions in schema search from public;
revoke execute on function search_words(text), search_contacts(text, text, integer, integer), search_faults(text, text, uuid, integer, integer),
  search_residents(text, integer, integer), search_homes(text, text, text, integer, integer, integer),
  search_articles(text, text, integer, integer), help_found(text, language, integer), help_alike(text, language, integer),
  articles_alike(text, language, integer), answers_alike(uuid, integer) from public;
grant execute on function help_found(text, language, integer), help_alike(text, language, integer) to kotiovi_portal, kotiovi_backoffice;
