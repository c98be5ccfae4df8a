-- A contractor hears of a borrowed key by mail, as our own crews do. Nobody we know: only an address.
alter table key_loan
  add column contractor_email text
    constraint key_loan_email_has_at check (contractor_email like '%_@_%' and char_length(contractor_email) <= 200),
  add column contractor_language language,
  add constraint key_loan_mail_only_to_a_contractor
    check (contractor is not null or num_nonnulls(contractor_email, contractor_language) = 0);
alter table notification drop constraint notification_for_one_person;
alter table notification add constraint notification_for_one_person
  check (num_nonnulls(resident_id, staff_id)
    = case when kind in ('LINE_NEAR', 'KEY_LENT', 'KEY_LENT_DUE', 'KEY_LENT_LATE') then 0 else 1 end);
create index key_loan_by_crew on key_loan (crew_id) where returned_at is null;
create index key_loan_by_borrower on key_loan (borrower_id) where returned_at is null;

-- No hook is taken off the wall while a key belongs on it, and no rack gets another name behind its keys' back.
create function key_rack_keeps_hooks_in_use() returns trigger language plpgsql as $$
declare
  used text;
begin
  select k.hook into used from key k
  where k.office_id = old.office_id and k.state <> 'RETIRED' and k.hook like old.name || ' %'
    and case
      when tg_op = 'DELETE' or new.name <> old.name or new.office_id <> old.office_id then true
      else k.hook ~ '^[A-ZÅÄÖ]{1,2} \d{2,3}$' and split_part(k.hook, ' ', 2)::integer > new.hooks
    end
  limit 1;
  if found then
    raise exception 'A key belongs on hook %', used using errcode = 'check_violation', constraint = 'key_rack_keeps_hooks_in_use';
  end if;
  return case tg_op when 'DELETE' then old else new end;
end $$;
create trigger key_rack_keeps_hooks_in_use before update or delete on key_rack
  for each row execute function key_rack_keeps_hooks_in_use();
grant delete on key_rack to kotiovi_backoffice;
