-- Of a budget for a client, which.
alter table ai_budgets add column client_id uuid null;
