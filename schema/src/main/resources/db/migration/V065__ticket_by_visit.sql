-- Whether somebody who missed a call has checked in again with another number is asked for each number that was missed.
create index ticket_by_visit on ticket (visit_id) where visit_id is not null;
