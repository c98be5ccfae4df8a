-- Words for keys that residents ask for and contractors borrow; PostgreSQL wants them committed before anything uses them.
alter type notification_kind add value 'KEY_WISH_DECLINED';
-- to a contractor's own address: lent, due, late
alter type notification_kind add value 'KEY_LENT';
alter type notification_kind add value 'KEY_LENT_DUE';
alter type notification_kind add value 'KEY_LENT_LATE';
create type key_wish_state as enum ('ASKED', 'ORDERED', 'DECLINED', 'WITHDRAWN');
