-- For the page of the weekly meeting: who took what when, and what was given back.
create index contact_event_taken on contact_event (at) where kind = 'TAKEN';
create index contact_event_skips on contact_event (at desc) where kind = 'HANDED_BACK';
