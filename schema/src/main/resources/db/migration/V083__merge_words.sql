-- A contact given to a colleague or a team, and two of the same resident that are one matter.
alter type contact_state add value 'MERGED';
alter type contact_event_kind add value 'HANDED_OVER';
alter type contact_event_kind add value 'MERGED';
alter type contact_event_kind add value 'UNMERGED';
alter type contact_mark add value 'HANDED_OVER';
