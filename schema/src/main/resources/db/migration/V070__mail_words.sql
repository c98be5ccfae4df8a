-- Words for mail that comes in; PostgreSQL wants them committed before anything uses them.
alter type notification_kind add value 'CONTACT_RECEIVED';
create type inbound_mail_state as enum ('RECEIVED', 'FILED', 'IGNORED', 'QUARANTINED');
