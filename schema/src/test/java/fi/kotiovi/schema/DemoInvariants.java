package fi.kotiovi.schema;

import static java.util.Map.entry;

import java.util.Map;

/** Queries that find what would be wrong in the demo; each must find nothing. {@code :now} is the moment it was loaded at. */
final class DemoInvariants {
    static final Map<String, String> WRONG = Map.ofEntries(
            entry("on call has a gap", """
                    select office_id || ' ' || level from on_call_shift group by office_id, level
                    having not range_agg(during) @> tstzmultirange(tstzrange(:now - interval '70 days', :now + interval '60 days'))"""),
            entry("on call lacks a level", """
                    select id::text from office where (select count(distinct level) from on_call_shift s where s.office_id = office.id) <> 3"""),
            entry("on call is not handed over on Monday at eight", """
                    select during::text from on_call_shift
                    where to_char(lower(during) at time zone 'Europe/Helsinki', 'ID HH24:MI:SS') <> '1 08:00:00'
                       or upper(during) at time zone 'Europe/Helsinki' <> lower(during) at time zone 'Europe/Helsinki' + interval '7 days'"""),
            entry("on call now is not lehto, rinne, niemi", """
                    select s.level::text from on_call_shift s join staff_account using (staff_id)
                    where s.during @> :now and username <> (array['lehto', 'rinne', 'niemi'])[s.level]"""),
            entry("a visit on a day off", """
                    select number from visit where extract(isodow from local_start) > 5
                      or local_start::date in (select h.day from generate_series(2024, 2030) y, holidays_of(y) h)"""),
            entry("a visit outside opening hours", """
                    select number from visit v where not exists (
                      select from opening_hours o where o.office_id = v.office_id and o.service = 'APPOINTMENT'
                        and o.iso_weekday = extract(isodow from local_start) and o.valid @> local_start::date
                        and o.opens <= local_start::time
                        and (upper(v.during) at time zone 'Europe/Helsinki')::time <= o.closes)"""),
            entry("a visit during a closure", """
                    select number from visit v join closure c on c.during && v.during and c.office_id = v.office_id"""),
            entry("two visits at one counter", """
                    select a.number from visit a join visit b on b.counter_id = a.counter_id and b.id > a.id and b.during && a.during"""),
            entry("a visit in the wrong state for its time", """
                    select number from visit where (state = 'BOOKED') <> (upper(during) > :now)"""),
            entry("a ticket whose times are not those of its events", """
                    select t.number::text from ticket t join lateral (
                      select sum(spent) filter (where state = 'WAITING') as waited, sum(spent) filter (where state = 'CALLED') as walked,
                        sum(spent) filter (where state = 'SERVING') as served
                      from (select state, extract(epoch from lead(at) over (order by version) - at) * 1000 as spent
                        from ticket_event where ticket_id = t.id) e) s on true
                    where (t.waited_ms, t.walked_ms, t.served_ms) is distinct from (s.waited, s.walked, s.served)"""),
            entry("a walk-in when no numbers are given", """
                    select t.number::text from ticket t where t.arrived_at > :now or not exists (
                      select from opening_hours o where o.office_id = t.office_id and o.service = 'WALK_IN'
                        and o.iso_weekday = extract(isodow from t.day) and o.opens <= (t.arrived_at at time zone 'Europe/Helsinki')::time
                        and (t.arrived_at at time zone 'Europe/Helsinki')::time < o.closes)"""),
            entry("a key and its holder disagree", """
                    select tag || ' ' || state from key k where coalesce(
                      (select holder::text from key_custody c where c.key_id = k.id and upper_inf(c.during)), 'NOBODY') <>
                      case when state in ('IN_STORE', 'BROKEN', 'READY_FOR_PICKUP') then 'OFFICE' when state = 'HANDED_OUT' then 'RESIDENT'
                           when state = 'LOANED' then (select case when l.crew_id is null then 'CONTRACTOR' else 'CREW' end
                             from key_loan l where l.key_id = k.id and l.returned_at is null)
                           else 'NOBODY' end"""),
            entry("a loan and its key disagree", """
                    select k.tag from key k where (state = 'LOANED') <> exists (
                      select from key_loan l where l.key_id = k.id and l.returned_at is null)"""),
            entry("a loan that would send mail at once", """
                    select id::text from key_loan where next_at <= :now"""),
            entry("a hook beside the racks", """
                    select k.tag || ' ' || k.hook from key k where k.hook <> '' and not exists (select from key_rack r where r.office_id = k.office_id
                      and r.name = split_part(k.hook, ' ', 1) and r.hooks >= split_part(k.hook, ' ', 2)::integer)"""),
            entry("an extra key that is not where its order says", """
                    select o.number || ' ' || o.state || ' ' || k.state from key_order o join key k on k.id = o.key_id
                    where k.state::text <> case o.state when 'ARRIVED' then 'IN_STORE' when 'READY' then 'READY_FOR_PICKUP'
                      when 'FETCHED' then 'HANDED_OUT' when 'CANCELLED' then 'RETIRED' else 'ORDERED' end"""),
            entry("a key on order without a hook, or another without one", """
                    select tag from key where (hook = '') <> (state = 'ORDERED' or serial = '')"""),
            entry("a key with a gap in its custody", """
                    select k.tag from key k join key_custody c on c.key_id = k.id group by k.tag
                    having (select count(*) from unnest(range_agg(c.during))) <> 1"""),
            entry("a key with somebody who does not live there", """
                    select k.tag from key k join key_custody c on c.key_id = k.id and c.holder = 'RESIDENT' and upper_inf(c.during)
                    where not exists (select from tenancy t join tenancy_resident r on r.tenancy_id = t.id
                      where t.home_id = k.home_id and r.resident_id = c.resident_id and t.during @> (:now at time zone 'Europe/Helsinki')::date)"""),
            entry("a fault that differs from its newest event", """
                    select number from fault f join lateral (
                      select version, state from fault_event e where e.fault_id = f.id order by version desc limit 1) e on true
                    where (f.version, f.state) <> (e.version, e.state)"""),
            entry("a fault with other than one work order", """
                    select number from fault f where (select count(*) from work_order w where w.fault_id = f.id) <> 1"""),
            entry("a work order that differs from its fault", """
                    select f.number || ' ' || f.state || ' ' || w.state from fault f join work_order w on w.fault_id = f.id
                    where not w.state = any (case f.state when 'RECEIVED' then '{NEW}' when 'ACCEPTED' then '{ACCEPTED}'
                      when 'SCHEDULED' then '{ACCEPTED}' when 'WAITING' then '{PAUSED}' when 'NO_ACCESS' then '{NO_ACCESS}'
                      when 'DONE' then '{DONE}' else '{DONE,CANCELLED}' end::work_order_state[])"""),
            entry("crews at work at night on what is not urgent", """
                    select f.number from fault_event e join fault f on f.id = e.fault_id where e.actor = 'CREW'
                      and (e.at at time zone 'Europe/Helsinki')::time not between '08:00' and '16:00'"""),
            entry("something happened before what came before it", """
                    select 'fault' from (select at < lag(at) over (partition by fault_id order by version) as back from fault_event) x where back
                    union all
                    select 'contact' from (select at < lag(at) over (partition by contact_id order by id) as back from contact_event) x where back
                    union all
                    select 'key' from (select at < lag(at) over (partition by key_id order by id) as back from key_event) x where back"""),
            entry("something has happened that is still ahead", """
                    select 'fault' from fault_event where at > :now union all select 'contact' from contact_event where at > :now
                    union all select 'message' from contact_message where at > :now union all select 'key' from key_event where at > :now
                    union all select 'visit' from visit_event where at > :now union all select 'sent' from notification where sent_at > :now
                    union all select 'note' from contact_note where at > :now union all select 'look' from access_log where at > :now"""),
            entry("a report by somebody who did not live there", """
                    select number from fault f where not exists (select from tenancy t join tenancy_resident r on r.tenancy_id = t.id
                      where t.home_id = f.home_id and r.resident_id = f.resident_id
                        and t.during @> (f.filed_at at time zone 'Europe/Helsinki')::date)"""),
            entry("a contact answered before one that came earlier", """
                    select number from contact where state <> 'NEW' and arrived_at > (select min(arrived_at) from contact where state = 'NEW')"""),
            entry("mail or an alert that would still go out", """
                    select 'mail' from notification where state <> 'SENT' union all select 'alert' from alert where state = 'TRIGGERED'"""),
            entry("somebody who could be real", """
                    select email from (select email, phone from resident union all select email, phone from staff) p
                    where email not like '%@example.org' or phone !~ '^\\+35840000\\d{4}$'"""),
            entry("a personal identity code", """
                    select body from (select body from contact_message union all select description from fault) t
                    where body ~ '\\d{6}[-+A-FU-Y]\\d{3}'"""));

    private DemoInvariants() {}
}
