-- The office's own change of plans is told in a letter of its own; a word of its own takes a migration of its own.
alter type notification_kind add value 'VISIT_NEW_TIME' after 'VISIT_CANCELLED';
alter type visit_event_kind add value 'NEW_TIME_ASKED';
