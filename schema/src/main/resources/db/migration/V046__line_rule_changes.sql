-- Who changed the rules of the line stands with the other changes of an office's calendar.
alter type calendar_change_kind add value 'LINE_RULE';
alter table line_rule add constraint line_rule_tickets_a_day_most check (tickets_a_day <= 999);
alter table line_rule add constraint line_rule_tickets_an_address_most check (tickets_an_address <= 999);
