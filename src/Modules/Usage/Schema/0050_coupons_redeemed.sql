-- Coupons that end on a day or after so many, and are redeemed by what other modules bill.
alter table usage_coupons add column most integer null;
alter table usage_coupons add column valid_until date null;
alter table usage_coupons add column redeemed integer not null default 0;
