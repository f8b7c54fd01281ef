-- What a provider told that could not be read, and is not counted.
alter table ai_runs add column warnings jsonb not null default '[]';
