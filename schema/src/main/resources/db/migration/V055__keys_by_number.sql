-- Keys for somebody who came with a number: the handing over belongs to the ticket that is served. The clerk says who it is
-- and which home; everything else is as it is for a booked visit.
alter table key_handover
  add column ticket_id uuid references ticket,
  drop constraint key_handover_out_has_visit,
  add constraint key_handover_out_has_a_visitor check (direction = 'IN' or num_nonnulls(visit_id, ticket_id) > 0),
  drop constraint key_handover_box_only_takes,
  add constraint key_handover_box_only_takes
    check (signing <> 'DROP_BOX' or (direction = 'IN' and visit_id is null and ticket_id is null));
create index key_handover_by_ticket on key_handover (ticket_id) where ticket_id is not null;

-- Keys before the lease, agreed for a visit, or for one person and one home while a ticket is served.
alter table key_early_pickup
  drop constraint key_early_pickup_pkey,
  alter column visit_id drop not null,
  add column ticket_id uuid references ticket,
  add column resident_id uuid references resident,
  add column home_id uuid references home,
  add constraint key_early_pickup_for_a_visit_or_a_ticket check (num_nonnulls(visit_id, ticket_id) = 1),
  add constraint key_early_pickup_by_ticket_names_whom check (num_nulls(ticket_id, resident_id, home_id) in (0, 3)),
  add constraint key_early_pickup_once_per_visit unique (visit_id),
  add constraint key_early_pickup_once_per_ticket unique (ticket_id, resident_id, home_id);
