-- What the office knows and tells again and again: one article, its text in three languages, every save a version.
create type article_audience as enum ('RESIDENTS', 'OFFICE');

create table article (
  id uuid primary key default uuidv7(),
  -- who keeps it true
  owner_id uuid not null references staff,
  review_on date not null,
  -- the version that is read; null until somebody has published one
  published integer,
  created_at timestamptz not null
);
create index article_by_review on article (review_on);

create table article_version (
  article_id uuid not null references article,
  version integer not null constraint article_version_counts_up check (version > 0),
  topic_code text not null references contact_topic,
  -- belongs to the version, so that nothing of the office's is shown to residents before somebody has published it
  audience article_audience not null,
  staff_id uuid not null references staff,
  at timestamptz not null,
  restored_from integer,
  primary key (article_id, version),
  constraint article_restores_an_older_version foreign key (article_id, restored_from) references article_version,
  constraint article_restored_from_before check (restored_from < version)
);
alter table article add constraint article_publishes_a_version
  foreign key (id, published) references article_version (article_id, version) deferrable initially deferred;

create table article_text (
  article_id uuid not null,
  version integer not null,
  language language not null,
  title text not null constraint article_title_length check (char_length(btrim(title)) between 1 and 120),
  body text not null constraint article_body_length check (char_length(btrim(body)) between 1 and 10000),
  -- what people would type who do not know our word for it
  words text not null default '' constraint article_words_length check (char_length(words) <= 500),
  primary key (article_id, version, language),
  foreign key (article_id, version) references article_version
);

grant select, insert, update (owner_id, review_on, published) on article to kotiovi_backoffice;
grant select, insert on article_version, article_text to kotiovi_backoffice;

-- What residents may read: nothing but what is published for them, and nothing of who wrote it.
create view help_article with (security_barrier) as
  select a.id, v.topic_code, t.language, t.title, t.body, v.at
  from article a
  join article_version v on v.article_id = a.id and v.version = a.published
  join article_text t on t.article_id = a.id and t.version = a.published
  where v.audience = 'RESIDENTS';
grant select on help_article to kotiovi_portal, kotiovi_backoffice;
