-- Whoever answers the telephone looks at what concerns the caller; PostgreSQL wants the word committed before its first use.
alter type access_reason add value 'ANSWERING_CALL';
