-- A mail that failed for good can be sent again: each time by a message of its own.

alter table invoicing_sendings add column repeats integer not null default 0;
