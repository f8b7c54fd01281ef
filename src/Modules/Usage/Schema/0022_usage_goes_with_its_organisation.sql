-- What was reported is written once; it goes when its organisation is deleted, which the daemon does.
grant delete on usage_reports to billing_daemon;
