-- A clock may be moved in strides: its jobs then come once a stride, all other messages at their time as ever. Null: jobs come hourly.

alter table tenant_clocks add column stride interval null;
