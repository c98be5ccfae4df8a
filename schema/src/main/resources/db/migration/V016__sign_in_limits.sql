-- Who guesses passwords is slowed down where the guesses come from, so that nobody can keep somebody else out on purpose.

-- Where somebody has signed in before; a storm of strangers' guesses does not close those addresses.
create index sign_in_attempt_known on sign_in_attempt (realm, username, address, at) where succeeded;

-- Writes a guess down before the password is looked at, so that guesses made at one moment count each other. Returns
-- its id, or null when there were too many wrong ones since then: of this name from this address, from this address, or
-- of this name from everywhere; the last does not count for an address known for that name. Both locks are held for
-- the length of this call only, the name's always before the address's.
create function begin_sign_in(of_realm realm, by_username text, from_address text, now_at timestamptz, since timestamptz,
    known_since timestamptz, most_together integer, most_from_address integer, most_of_name integer) returns uuid
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  begun uuid;
begin
  if of_realm = 'STAFF' and session_user = 'kotiovi_portal' then
    raise insufficient_privilege using message = 'The residents'' site signs no staff in';
  end if;
  perform pg_advisory_xact_lock(hashtextextended(of_realm || ' name ' || by_username, 0));
  perform pg_advisory_xact_lock(hashtextextended(of_realm || ' address ' || from_address, 0));
  insert into sign_in_attempt (realm, username, address, succeeded, at)
  select of_realm, by_username, from_address, false, now_at
  where most_together > (select count(*) from sign_in_attempt a
      where a.realm = of_realm and a.username = by_username and a.address = from_address and a.at > since and not a.succeeded)
    and most_from_address > (select count(*) from sign_in_attempt a
      where a.realm = of_realm and a.address = from_address and a.at > since and not a.succeeded)
    and (most_of_name > (select count(*) from sign_in_attempt a
        where a.realm = of_realm and a.username = by_username and a.at > since and not a.succeeded)
      or exists (select from sign_in_attempt a
        where a.realm = of_realm and a.username = by_username and a.address = from_address and a.at > known_since and a.succeeded))
  returning id into begun;
  return begun;
end $$;

-- The guess was right; only whoever began it knows its id.
create function sign_in_succeeded(attempt uuid) returns void
  language sql security definer set search_path = public, pg_temp as $$
  update sign_in_attempt set succeeded = true where id = attempt
$$;

drop function failed_sign_ins(realm, text, timestamptz);
drop function failed_sign_ins_from(realm, text, timestamptz);
revoke insert on sign_in_attempt from kotiovi_portal, kotiovi_backoffice;
drop policy note_attempt on sign_in_attempt;
grant execute on function begin_sign_in(realm, text, text, timestamptz, timestamptz, timestamptz, integer, integer, integer),
  sign_in_succeeded(uuid) to kotiovi_portal, kotiovi_backoffice;
