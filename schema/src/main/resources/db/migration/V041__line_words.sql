-- A new word can be used only after the migration that added it.
alter type notification_kind add value 'LINE_NEAR';
