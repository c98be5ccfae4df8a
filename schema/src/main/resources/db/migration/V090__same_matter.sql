-- The same matter by several channels: joined by itself when the same person says nearly the same again, hence by nobody.
alter table contact_merge alter column staff_id drop not null;
create index contact_by_sender on contact (lower(sender_address), arrived_at desc) where sender_address is not null;
