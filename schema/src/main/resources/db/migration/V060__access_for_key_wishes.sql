-- Whoever answers a resident's wish for keys reads who lives where and what they wrote.
alter type access_reason add value 'ANSWERING_KEY_WISH';
