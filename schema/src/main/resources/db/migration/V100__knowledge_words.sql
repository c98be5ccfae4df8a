-- Words for looking at what is masked; PostgreSQL wants them committed before anything uses them.
alter type access_reason add value 'SEARCHING';
alter type access_reason add value 'SEEING_MASKED';
