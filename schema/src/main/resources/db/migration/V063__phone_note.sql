-- Where to call back whoever phoned, when it is nobody we know or another number.
alter table contact add column caller_phone text constraint contact_caller_phone_is_e164 check (caller_phone ~ '^\+[1-9]\d{5,14}$');
