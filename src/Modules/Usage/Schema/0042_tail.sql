-- What came in lately: for those who watch events as they come in. A few bytes for each 16 pages, so that it costs the intake next to nothing.
create index usage_events_by_taking on usage_events using brin (taken_at) with (pages_per_range = 16, autosummarize = on);
