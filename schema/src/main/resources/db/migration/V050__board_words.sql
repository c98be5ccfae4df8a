-- A visit at its time and another counter: the resident need not know, and no reminder waits for it.
alter type visit_event_kind add value 'COUNTER_CHANGED' after 'MOVED';
