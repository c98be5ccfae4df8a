-- Letters that visits need; a word of its own takes a migration of its own.
alter type notification_kind add value 'VISIT_OFFER' after 'VISIT_NEW_TIME';
alter type notification_kind add value 'VISIT_TODAY' after 'VISIT_REMINDER';
