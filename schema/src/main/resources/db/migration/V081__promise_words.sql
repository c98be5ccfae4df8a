-- "I will find out, back by Thursday": a contact that waits for us and comes back by itself.
alter type contact_state add value 'WAITING_INTERNAL' after 'TAKEN';
alter type contact_event_kind add value 'PROMISED';
alter type contact_event_kind add value 'PROMISE_DUE';
alter type contact_mark add value 'PROMISE_DUE';
alter type contact_mark add value 'REPLY';
