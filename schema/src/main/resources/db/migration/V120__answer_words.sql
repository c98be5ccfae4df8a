-- An answer that is held back before it leaves, and a question that waits for the resident.
alter type contact_state add value 'WAITING_RESIDENT';
alter type contact_event_kind add value 'ASKED';
alter type contact_event_kind add value 'ANSWER_WITHDRAWN';
alter type contact_event_kind add value 'SPLIT';
alter type contact_event_kind add value 'RESUMED';
alter type contact_mark add value 'ANSWER_WITHDRAWN';
