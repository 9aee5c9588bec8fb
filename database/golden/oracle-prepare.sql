-- What npm run oracle:prepare does with an empty database, in this order. What is there already is left as it is.
-- Each <generated> is a password of its own, made at that moment and written nowhere but into .octo/oracle.json.

-- as an administrator: limits for our users
-- Limits for each user of ours. A pool that grows wild ends at its own limit, not at that of the database. Who guesses a password
-- is locked out for an hour. Passwords do not run out over night; they are renewed with --rotate, and for a day after that the
-- old one still lets running services in. What a crashed host left behind is gone after an hour.
create profile octo_profile limit sessions_per_user 100 failed_login_attempts 20 password_lock_time 1/24 password_life_time unlimited password_rollover_time 1 idle_time 60;

-- as an administrator: users
-- Who owns the tables, and a user for each service, for the query lab and for the insight. Services never learn the owner's
-- password. The passwords are made by this command and kept in its file, for its reader alone.
create user octo_owner identified by <generated> profile octo_profile quota unlimited on data;
create user octo_shop identified by <generated> profile octo_profile;
create user octo_crm identified by <generated> profile octo_profile;
create user octo_gateway identified by <generated> profile octo_profile;
create user octo_query identified by <generated> profile octo_profile;
create user octo_insight identified by <generated> profile octo_profile;

-- as an administrator: the right to sign in, and to own tables
-- Each may sign in; the owner may make what the migrations are made of, in its own schema. No roles, and no right of the kind ANY.
grant create session, create table, create view, create sequence to octo_owner;
grant create session to octo_shop;
grant create session to octo_crm;
grant create session to octo_gateway;
grant create session to octo_query;
grant create session to octo_insight;

-- as an administrator: what the insight may read
-- What the database tells of its own work, and nothing else: sessions, statements, plans, sizes. The views are licensed with the
-- database itself; those of the Diagnostics Pack are not among them.
grant select on sys.v_$session to octo_insight;
grant select on sys.v_$transaction to octo_insight;
grant select on sys.v_$sqlstats to octo_insight;
grant select on sys.v_$sql to octo_insight;
grant select on sys.v_$sql_plan to octo_insight;
grant select on sys.dba_segments to octo_insight;
grant select on sys.dba_indexes to octo_insight;
grant select on sys.dba_lobs to octo_insight;
grant select on sys.dba_tables to octo_insight;

-- as an administrator: limits for questions of people
-- The last word on a query that the lab, or a question to Select AI, should not have asked: the database ends it. The limit holds
-- for whoever signs in by the _low service of this database; the services of the shop use _tp.
begin cs_resource_manager.update_plan_directive(consumer_group => 'LOW', io_megabytes_limit => 20000, elapsed_time_limit => 60); end;
/

-- as octo_owner: what is noted about migrations
-- DDL commits by itself. So each statement of a migration is noted in schema_migration_steps when it begins and when it is done, and a
-- run that was interrupted goes on with the next. While a run is under way it holds the row of schema_migrations_lock, so that of
-- several runs one migrates and the others wait.
create table if not exists schema_migrations (name varchar2(255 char) not null, timestamp varchar2(255 char) not null, constraint schema_migrations_pk primary key (name));
create table if not exists schema_migration_steps (migration varchar2(255 char) not null, step number(10) not null, text_hash varchar2(64 char) not null, begun_at timestamp(3) with time zone not null, done_at timestamp(3) with time zone, constraint schema_migration_steps_pk primary key (migration, step));
create table if not exists schema_migrations_lock (id varchar2(255 char) not null, is_locked number(10) default 0 not null, constraint schema_migrations_lock_pk primary key (id));

-- as octo_owner: migration 0001-people
create sequence business_ids start with 1000000 increment by 50;
create table customers (id number(19) primary key, name varchar2(200 char) not null, email varchar2(200 char) not null, phone varchar2(50 char), company varchar2(200 char), industry varchar2(100 char), revenue number(12,2) default 0 not null, notes varchar2(2000 char), version number(10) default 1 not null, created_at timestamp(3) with time zone not null, updated_at timestamp(3) with time zone not null, constraint customers_revenue_ck check (revenue >= 0));
create index customers_name_ix on customers (name);
create index customers_company_ix on customers (company);
create index customers_industry_ix on customers (industry);
create index customers_revenue_ix on customers (revenue);
create index customers_created_at_id_ix on customers (created_at, id);
create unique index customers_email_uq on customers (lower(email));
create table users (id number(19) primary key, username varchar2(100 char) not null, email varchar2(200 char) not null, password_hash varchar2(300 char) not null, customer_id number(19), is_active boolean default true not null, last_login_at timestamp(3) with time zone, created_at timestamp(3) with time zone not null, constraint users_customer_id_fk foreign key (customer_id) references customers (id));
create index users_customer_id_ix on users (customer_id);
create index users_created_at_ix on users (created_at);
create unique index users_username_uq on users (lower(username));
create unique index users_email_uq on users (lower(email));
create table staff_roles (user_id number(19) primary key, role varchar2(20 char) not null, granted_by varchar2(200 char) not null, granted_at timestamp(3) with time zone not null, constraint staff_roles_user_id_fk foreign key (user_id) references users (id), constraint staff_roles_role_ck check (role in ('admin', 'manager', 'support', 'viewer', 'chaos_operator')));
create index staff_roles_role_ix on staff_roles (role);
create table user_sessions (id varchar2(64 char) primary key, user_id number(19) not null, service varchar2(50 char) not null, auth_method varchar2(20 char) not null, created_at timestamp(3) with time zone not null, last_seen_at timestamp(3) with time zone not null, expires_at timestamp(3) with time zone not null, ended_at timestamp(3) with time zone, constraint user_sessions_user_id_fk foreign key (user_id) references users (id), constraint user_sessions_service_ck check (service in ('shop', 'crm', 'gateway', 'observatory')), constraint user_sessions_auth_method_ck check (auth_method in ('password', 'sso')));
create index user_sessions_user_id_ix on user_sessions (user_id);
create index user_sessions_expires_at_ix on user_sessions (expires_at);

-- as octo_owner: migration 0002-catalogue
create table shops (id number(19) primary key, slug varchar2(80 char) not null, name varchar2(200 char) not null, storefront_url varchar2(500 char), region varchar2(80 char) not null, currency varchar2(3 char) default 'USD' not null, status varchar2(20 char) default 'active' not null, address varchar2(500 char), coordinates varchar2(100 char), contact_email varchar2(200 char), contact_phone varchar2(50 char), notes varchar2(2000 char), version number(10) default 1 not null, created_at timestamp(3) with time zone not null, updated_at timestamp(3) with time zone not null, constraint shops_slug_uq unique (slug), constraint shops_status_ck check (status in ('active', 'maintenance', 'inactive')));
create index shops_name_ix on shops (name);
create index shops_region_ix on shops (region);
create index shops_status_ix on shops (status);
create table products (id number(19) primary key, shop_id number(19), name varchar2(200 char) not null, sku varchar2(50 char) not null, description varchar2(4000 char), price number(12,2) not null, category varchar2(100 char) not null, image_url varchar2(500 char), is_active boolean default true not null, version number(10) default 1 not null, created_at timestamp(3) with time zone not null, updated_at timestamp(3) with time zone not null, constraint products_shop_id_fk foreign key (shop_id) references shops (id), constraint products_sku_uq unique (sku), constraint products_price_ck check (price >= 0));
create index products_shop_id_ix on products (shop_id);
create index products_category_id_ix on products (category, id);
create index products_name_id_ix on products (name, id);
create index products_price_id_ix on products (price, id);
create index products_created_at_id_ix on products (created_at, id);
create table services (id number(19) primary key, name varchar2(200 char) not null, sku varchar2(50 char) not null, description varchar2(4000 char), price number(12,2) not null, category varchar2(100 char) not null, image_url varchar2(500 char), is_active boolean default true not null, version number(10) default 1 not null, created_at timestamp(3) with time zone not null, updated_at timestamp(3) with time zone not null, constraint services_sku_uq unique (sku), constraint services_price_ck check (price >= 0));
create index services_name_ix on services (name);
create index services_category_ix on services (category);
create table coupons (id number(19) primary key, code varchar2(50 char) not null, discount_percent number(5,2) default 0 not null, discount_amount number(12,2) default 0 not null, is_active boolean default true not null, max_uses number(10) default 0 not null, used_count number(10) default 0 not null, expires_at timestamp(3) with time zone, version number(10) default 1 not null, created_at timestamp(3) with time zone not null, updated_at timestamp(3) with time zone not null, constraint coupons_discount_percent_ck check (discount_percent between 0 and 100), constraint coupons_discount_amount_ck check (discount_amount >= 0), constraint coupons_max_uses_ck check (max_uses >= 0), constraint coupons_used_count_ck check (used_count >= 0), constraint coupons_max_uses_or_none_ck check (max_uses = 0 or used_count <= max_uses));
create unique index coupons_code_uq on coupons (upper(code));
create table warehouses (id number(19) primary key, name varchar2(200 char) not null, region varchar2(50 char) not null, address varchar2(500 char), capacity number(10) default 10000 not null, is_active boolean default true not null, created_at timestamp(3) with time zone not null, constraint warehouses_name_uq unique (name), constraint warehouses_capacity_ck check (capacity >= 0));
create index warehouses_region_ix on warehouses (region);
create table catalog_version (id number(10) primary key, version number(19) not null, updated_at timestamp(3) with time zone not null, constraint catalog_version_id_ck check (id = 1));
insert into catalog_version (id, version, updated_at) values (1, 1, current_timestamp);

-- as octo_owner: migration 0003-orders
create table cart_items (id number(19) primary key, session_id varchar2(64 char) not null, product_id number(19) not null, quantity number(10) default 1 not null, created_at timestamp(3) with time zone not null, updated_at timestamp(3) with time zone not null, constraint cart_items_product_id_fk foreign key (product_id) references products (id), constraint cart_items_quantity_ck check (quantity between 1 and 99), constraint cart_items_session_id_product_id_uq unique (session_id, product_id));
create index cart_items_product_id_ix on cart_items (product_id);
create index cart_items_updated_at_ix on cart_items (updated_at);
create table orders (id number(19) primary key, order_number varchar2(20 char) not null, shop_id number(19) not null, customer_id number(19) not null, customer_name varchar2(200 char) not null, customer_email varchar2(200 char) not null, shipping_address varchar2(500 char) not null, session_id varchar2(64 char), status varchar2(20 char) default 'pending' not null, payment_method varchar2(20 char) not null, coupon_code varchar2(50 char), currency varchar2(3 char) default 'USD' not null, subtotal number(12,2) not null, discount number(12,2) default 0 not null, shipping_cost number(12,2) default 0 not null, total number(12,2) not null, notes varchar2(1000 char), trace_id varchar2(64 char), version number(10) default 1 not null, created_at timestamp(3) with time zone not null, placed_at timestamp(3) with time zone, updated_at timestamp(3) with time zone not null, constraint orders_order_number_uq unique (order_number), constraint orders_shop_id_fk foreign key (shop_id) references shops (id), constraint orders_customer_id_fk foreign key (customer_id) references customers (id), constraint orders_status_ck check (status in ('pending', 'placed', 'failed', 'accepted', 'on_hold', 'fulfilling', 'shipped', 'delivered', 'cancelled')), constraint orders_payment_method_ck check (payment_method in ('credit_card', 'bank_transfer')), constraint orders_subtotal_ck check (subtotal >= 0), constraint orders_discount_ck check (discount >= 0), constraint orders_shipping_cost_ck check (shipping_cost >= 0), constraint orders_total_ck check (total = subtotal - discount + shipping_cost), constraint orders_total_sign_ck check (total >= 0));
create index orders_shop_id_ix on orders (shop_id);
create index orders_customer_id_ix on orders (customer_id);
create index orders_session_id_ix on orders (session_id);
create index orders_payment_method_ix on orders (payment_method);
create index orders_trace_id_ix on orders (trace_id);
create index orders_placed_at_ix on orders (placed_at);
create index orders_status_created_at_ix on orders (status, created_at);
create index orders_created_at_id_ix on orders (created_at, id);
create index orders_total_id_ix on orders (total, id);
create index orders_customer_email_ix on orders (upper(customer_email));
create table order_items (id number(19) primary key, order_id number(19) not null, product_id number(19) not null, quantity number(10) not null, unit_price number(12,2) not null, product_name varchar2(200 char) not null, product_sku varchar2(50 char) not null, constraint order_items_order_id_fk foreign key (order_id) references orders (id), constraint order_items_product_id_fk foreign key (product_id) references products (id), constraint order_items_quantity_ck check (quantity between 1 and 99), constraint order_items_unit_price_ck check (unit_price >= 0));
create index order_items_order_id_ix on order_items (order_id);
create index order_items_product_id_ix on order_items (product_id);
create table order_events (id varchar2(36 char) primary key, order_id number(19) not null, event_type varchar2(100 char) not null, from_status varchar2(20 char), to_status varchar2(20 char), actor varchar2(200 char) not null, details varchar2(2000 char), trace_id varchar2(64 char), created_at timestamp(3) with time zone not null, constraint order_events_order_id_fk foreign key (order_id) references orders (id), constraint order_events_from_status_ck check (from_status in ('pending', 'placed', 'failed', 'accepted', 'on_hold', 'fulfilling', 'shipped', 'delivered', 'cancelled')), constraint order_events_to_status_ck check (to_status in ('pending', 'placed', 'failed', 'accepted', 'on_hold', 'fulfilling', 'shipped', 'delivered', 'cancelled')));
create index order_events_order_id_ix on order_events (order_id);
create index order_events_created_at_id_ix on order_events (created_at, id);
create index order_events_event_type_created_at_ix on order_events (event_type, created_at);

-- as octo_owner: migration 0004-stock-and-payments
create table stock_levels (product_id number(19) not null, warehouse_id number(19) not null, quantity number(10) default 0 not null, constraint stock_levels_product_id_fk foreign key (product_id) references products (id), constraint stock_levels_warehouse_id_fk foreign key (warehouse_id) references warehouses (id), constraint stock_levels_quantity_ck check (quantity >= 0), constraint stock_levels_pk primary key (product_id, warehouse_id));
create index stock_levels_warehouse_id_ix on stock_levels (warehouse_id);
create table stock_movements (id varchar2(36 char) primary key, batch_id varchar2(36 char) not null, product_id number(19) not null, warehouse_id number(19) not null, delta number(10) not null, reason varchar2(200 char) not null, order_id number(19), actor varchar2(200 char) not null, trace_id varchar2(64 char), created_at timestamp(3) with time zone not null, constraint stock_movements_product_id_fk foreign key (product_id) references products (id), constraint stock_movements_warehouse_id_fk foreign key (warehouse_id) references warehouses (id), constraint stock_movements_delta_ck check (delta <> 0), constraint stock_movements_order_id_fk foreign key (order_id) references orders (id));
create index stock_movements_batch_id_ix on stock_movements (batch_id);
create index stock_movements_product_id_ix on stock_movements (product_id);
create index stock_movements_warehouse_id_ix on stock_movements (warehouse_id);
create index stock_movements_order_id_ix on stock_movements (order_id);
create index stock_movements_created_at_id_ix on stock_movements (created_at, id);
create table payments (id number(19) primary key, order_id number(19) not null, method varchar2(20 char) not null, status varchar2(20 char) default 'pending' not null, amount number(12,2) not null, currency varchar2(3 char) default 'USD' not null, provider varchar2(50 char), provider_reference varchar2(128 char), decline_code varchar2(50 char), lease_owner varchar2(64 char), lease_until timestamp(3) with time zone, created_at timestamp(3) with time zone not null, updated_at timestamp(3) with time zone not null, constraint payments_order_id_fk foreign key (order_id) references orders (id), constraint payments_order_id_uq unique (order_id), constraint payments_method_ck check (method in ('credit_card', 'bank_transfer')), constraint payments_status_ck check (status in ('pending', 'paid', 'failed', 'refunded')), constraint payments_amount_ck check (amount >= 0), constraint payments_lease_ck check (lease_owner is null or lease_until is not null));
create index payments_provider_reference_ix on payments (provider_reference);
create index payments_lease_owner_ix on payments (lease_owner);
create index payments_status_created_at_ix on payments (status, created_at);
create index payments_created_at_id_ix on payments (created_at, id);
create table simulated_charges (order_id number(19) primary key, status varchar2(20 char) not null, amount number(12,2) not null, currency varchar2(3 char) default 'USD' not null, reference varchar2(128 char), created_at timestamp(3) with time zone not null, updated_at timestamp(3) with time zone not null, constraint simulated_charges_status_ck check (status in ('charged', 'declined', 'voided')), constraint simulated_charges_amount_ck check (amount >= 0));
create index simulated_charges_status_ix on simulated_charges (status);
create index simulated_charges_reference_ix on simulated_charges (reference);

-- as octo_owner: migration 0005-fulfilment
create table order_acceptances (order_id number(19) primary key, decision varchar2(20 char) not null, reason varchar2(500 char), anomalies varchar2(2000 char), event_id varchar2(36 char), decided_by varchar2(200 char) not null, trace_id varchar2(64 char), created_at timestamp(3) with time zone not null, updated_at timestamp(3) with time zone not null, constraint order_acceptances_order_id_fk foreign key (order_id) references orders (id), constraint order_acceptances_decision_ck check (decision in ('accepted', 'on_hold', 'rejected')), constraint order_acceptances_event_id_uq unique (event_id));
create index order_acceptances_decision_ix on order_acceptances (decision);
create index order_acceptances_created_at_ix on order_acceptances (created_at);
create table fulfilments (id number(19) primary key, order_id number(19) not null, workflow_id varchar2(36 char) not null, warehouse_id number(19), status varchar2(20 char) default 'queued' not null, next_step_at timestamp(3) with time zone, lease_owner varchar2(64 char), lease_until timestamp(3) with time zone, version number(10) default 1 not null, started_at timestamp(3) with time zone not null, completed_at timestamp(3) with time zone, created_at timestamp(3) with time zone not null, updated_at timestamp(3) with time zone not null, constraint fulfilments_order_id_fk foreign key (order_id) references orders (id), constraint fulfilments_order_id_uq unique (order_id), constraint fulfilments_workflow_id_uq unique (workflow_id), constraint fulfilments_warehouse_id_fk foreign key (warehouse_id) references warehouses (id), constraint fulfilments_status_ck check (status in ('queued', 'picking', 'packed', 'shipped', 'delivered', 'cancelled')));
create index fulfilments_warehouse_id_ix on fulfilments (warehouse_id);
create index fulfilments_next_step_at_ix on fulfilments (next_step_at);
create index fulfilments_lease_owner_ix on fulfilments (lease_owner);
create index fulfilments_status_created_at_ix on fulfilments (status, created_at);
create table invoices (id number(19) primary key, invoice_number varchar2(50 char) not null, order_id number(19) not null, customer_id number(19) not null, amount number(12,2) not null, tax number(12,2) default 0 not null, currency varchar2(3 char) default 'USD' not null, status varchar2(20 char) default 'draft' not null, issued_at timestamp(3) with time zone, due_at timestamp(3) with time zone, paid_at timestamp(3) with time zone, notes varchar2(2000 char), version number(10) default 1 not null, created_at timestamp(3) with time zone not null, updated_at timestamp(3) with time zone not null, constraint invoices_invoice_number_uq unique (invoice_number), constraint invoices_order_id_fk foreign key (order_id) references orders (id), constraint invoices_customer_id_fk foreign key (customer_id) references customers (id), constraint invoices_amount_ck check (amount >= 0), constraint invoices_tax_ck check (tax >= 0), constraint invoices_status_ck check (status in ('draft', 'issued', 'paid', 'overdue', 'void')));
create index invoices_order_id_ix on invoices (order_id);
create index invoices_customer_id_ix on invoices (customer_id);
create index invoices_status_due_at_ix on invoices (status, due_at);
create index invoices_created_at_id_ix on invoices (created_at, id);
create table shipments (id number(19) primary key, order_id number(19) not null, warehouse_id number(19), tracking_number varchar2(100 char), carrier varchar2(50 char), status varchar2(20 char) default 'processing' not null, origin_region varchar2(50 char), destination_region varchar2(50 char), weight_kg number(10,3) default 0 not null, shipping_cost number(12,2) default 0 not null, estimated_delivery timestamp(3) with time zone, shipped_at timestamp(3) with time zone, actual_delivery timestamp(3) with time zone, version number(10) default 1 not null, created_at timestamp(3) with time zone not null, updated_at timestamp(3) with time zone not null, constraint shipments_order_id_fk foreign key (order_id) references orders (id), constraint shipments_warehouse_id_fk foreign key (warehouse_id) references warehouses (id), constraint shipments_tracking_number_uq unique (tracking_number), constraint shipments_status_ck check (status in ('processing', 'shipped', 'in_transit', 'delivered', 'returned', 'cancelled')), constraint shipments_weight_kg_ck check (weight_kg >= 0), constraint shipments_shipping_cost_ck check (shipping_cost >= 0));
create index shipments_order_id_ix on shipments (order_id);
create index shipments_warehouse_id_ix on shipments (warehouse_id);
create index shipments_carrier_ix on shipments (carrier);
create index shipments_origin_region_ix on shipments (origin_region);
create index shipments_destination_region_ix on shipments (destination_region);
create index shipments_status_created_at_ix on shipments (status, created_at);
create index shipments_created_at_id_ix on shipments (created_at, id);

-- as octo_owner: migration 0006-customer-relations
create table reviews (id number(19) primary key, product_id number(19) not null, customer_id number(19), order_id number(19), rating number(10) not null, comment_text varchar2(2000 char), author_name varchar2(200 char) not null, created_at timestamp(3) with time zone not null, constraint reviews_product_id_fk foreign key (product_id) references products (id), constraint reviews_customer_id_fk foreign key (customer_id) references customers (id), constraint reviews_order_id_fk foreign key (order_id) references orders (id), constraint reviews_rating_ck check (rating between 1 and 5));
create index reviews_customer_id_ix on reviews (customer_id);
create index reviews_order_id_ix on reviews (order_id);
create index reviews_product_id_created_at_ix on reviews (product_id, created_at);
create index reviews_created_at_id_ix on reviews (created_at, id);
create index reviews_rating_ix on reviews (rating);
create table campaigns (id number(19) primary key, name varchar2(200 char) not null, campaign_type varchar2(50 char) default 'email' not null, status varchar2(20 char) default 'draft' not null, budget number(12,2) default 0 not null, spent number(12,2) default 0 not null, target_audience varchar2(1000 char), start_date timestamp(3) with time zone, end_date timestamp(3) with time zone, created_by number(19), version number(10) default 1 not null, created_at timestamp(3) with time zone not null, updated_at timestamp(3) with time zone not null, constraint campaigns_campaign_type_ck check (campaign_type in ('email', 'social', 'ppc', 'referral', 'display')), constraint campaigns_status_ck check (status in ('draft', 'active', 'paused', 'completed')), constraint campaigns_budget_ck check (budget >= 0), constraint campaigns_spent_ck check (spent >= 0), constraint campaigns_created_by_fk foreign key (created_by) references users (id));
create index campaigns_name_ix on campaigns (name);
create index campaigns_created_by_ix on campaigns (created_by);
create index campaigns_status_created_at_ix on campaigns (status, created_at);
create index campaigns_campaign_type_ix on campaigns (campaign_type);
create index campaigns_created_at_id_ix on campaigns (created_at, id);
create table leads (id number(19) primary key, campaign_id number(19) not null, customer_id number(19), email varchar2(200 char) not null, name varchar2(200 char), source varchar2(50 char) default 'web' not null, status varchar2(20 char) default 'new' not null, score number(10) default 0 not null, notes varchar2(2000 char), converted_at timestamp(3) with time zone, version number(10) default 1 not null, created_at timestamp(3) with time zone not null, updated_at timestamp(3) with time zone not null, constraint leads_campaign_id_fk foreign key (campaign_id) references campaigns (id), constraint leads_customer_id_fk foreign key (customer_id) references customers (id), constraint leads_source_ck check (source in ('web', 'referral', 'social', 'paid', 'import', 'api')), constraint leads_status_ck check (status in ('new', 'contacted', 'qualified', 'converted', 'lost')), constraint leads_score_ck check (score between 0 and 100));
create index leads_campaign_id_ix on leads (campaign_id);
create index leads_customer_id_ix on leads (customer_id);
create index leads_email_ix on leads (email);
create index leads_source_ix on leads (source);
create index leads_score_ix on leads (score);
create index leads_status_created_at_ix on leads (status, created_at);
create index leads_created_at_id_ix on leads (created_at, id);
create table reports (id number(19) primary key, name varchar2(200 char) not null, report_type varchar2(50 char) not null, parameters clob, created_by number(19), version number(10) default 1 not null, created_at timestamp(3) with time zone not null, updated_at timestamp(3) with time zone not null, constraint reports_created_by_fk foreign key (created_by) references users (id));
create index reports_name_ix on reports (name);
create index reports_report_type_ix on reports (report_type);
create index reports_created_by_ix on reports (created_by);
create index reports_created_at_ix on reports (created_at);
create table stored_files (id number(19) primary key, file_name varchar2(255 char) not null, content_type varchar2(100 char) not null, byte_count number(19) not null, sha256 varchar2(64 char) not null, storage_key varchar2(500 char) not null, uploaded_by number(19), created_at timestamp(3) with time zone not null, constraint stored_files_byte_count_ck check (byte_count >= 0), constraint stored_files_storage_key_uq unique (storage_key), constraint stored_files_uploaded_by_fk foreign key (uploaded_by) references users (id));
create index stored_files_file_name_ix on stored_files (file_name);
create index stored_files_sha256_ix on stored_files (sha256);
create index stored_files_uploaded_by_ix on stored_files (uploaded_by);
create index stored_files_created_at_ix on stored_files (created_at);

-- as octo_owner: migration 0007-support-and-assistant
create table tickets (id number(19) primary key, customer_id number(19) not null, title varchar2(300 char) not null, status varchar2(20 char) default 'open' not null, priority varchar2(20 char) default 'medium' not null, product_id number(19), service_id number(19), order_id number(19), assigned_to number(19), version number(10) default 1 not null, created_at timestamp(3) with time zone not null, updated_at timestamp(3) with time zone not null, closed_at timestamp(3) with time zone, constraint tickets_customer_id_fk foreign key (customer_id) references customers (id), constraint tickets_status_ck check (status in ('open', 'in_progress', 'resolved', 'closed')), constraint tickets_priority_ck check (priority in ('low', 'medium', 'high', 'critical')), constraint tickets_product_id_fk foreign key (product_id) references products (id), constraint tickets_service_id_fk foreign key (service_id) references services (id), constraint tickets_order_id_fk foreign key (order_id) references orders (id), constraint tickets_assigned_to_fk foreign key (assigned_to) references users (id));
create index tickets_customer_id_ix on tickets (customer_id);
create index tickets_priority_ix on tickets (priority);
create index tickets_product_id_ix on tickets (product_id);
create index tickets_service_id_ix on tickets (service_id);
create index tickets_order_id_ix on tickets (order_id);
create index tickets_assigned_to_ix on tickets (assigned_to);
create index tickets_status_created_at_ix on tickets (status, created_at);
create index tickets_created_at_id_ix on tickets (created_at, id);
create index tickets_updated_at_id_ix on tickets (updated_at, id);
create table ticket_messages (id number(19) primary key, ticket_id number(19) not null, sender_type varchar2(20 char) not null, sender_name varchar2(200 char), user_id number(19), content varchar2(4000 char) not null, created_at timestamp(3) with time zone not null, constraint ticket_messages_ticket_id_fk foreign key (ticket_id) references tickets (id), constraint ticket_messages_sender_type_ck check (sender_type in ('customer', 'agent', 'system')), constraint ticket_messages_user_id_fk foreign key (user_id) references users (id));
create index ticket_messages_user_id_ix on ticket_messages (user_id);
create index ticket_messages_ticket_id_created_at_ix on ticket_messages (ticket_id, created_at);
create table assistant_sessions (session_id varchar2(64 char) primary key, customer_email varchar2(200 char), product_focus varchar2(200 char), source varchar2(50 char) default 'shop' not null, created_at timestamp(3) with time zone not null, updated_at timestamp(3) with time zone not null);
create index assistant_sessions_created_at_ix on assistant_sessions (created_at);
create table assistant_messages (id varchar2(36 char) primary key, session_id varchar2(64 char) not null, role varchar2(20 char) not null, content clob not null, provider varchar2(100 char) default 'local' not null, model_id varchar2(255 char), trace_id varchar2(64 char), created_at timestamp(3) with time zone not null, constraint assistant_messages_session_id_fk foreign key (session_id) references assistant_sessions (session_id), constraint assistant_messages_role_ck check (role in ('user', 'assistant')));
create index assistant_messages_session_id_created_at_ix on assistant_messages (session_id, created_at);

-- as octo_owner: migration 0008-workflows
create table workflow_runs (id number(19) primary key, workflow_key varchar2(100 char) not null, workflow_label varchar2(200 char), source_service varchar2(100 char) not null, schedule_mode varchar2(20 char) default 'scheduled' not null, status varchar2(20 char) default 'running' not null, result_summary varchar2(4000 char), trace_id varchar2(64 char), duration_ms number(14,3), started_at timestamp(3) with time zone not null, completed_at timestamp(3) with time zone, constraint workflow_runs_schedule_mode_ck check (schedule_mode in ('scheduled', 'manual')), constraint workflow_runs_status_ck check (status in ('running', 'success', 'error')));
create index workflow_runs_status_ix on workflow_runs (status);
create index workflow_runs_trace_id_ix on workflow_runs (trace_id);
create index workflow_runs_completed_at_ix on workflow_runs (completed_at);
create index workflow_runs_workflow_key_started_at_ix on workflow_runs (workflow_key, started_at);
create index workflow_runs_started_at_ix on workflow_runs (started_at);
create table query_executions (id number(19) primary key, workflow_run_id number(19), query_name varchar2(120 char) not null, component_name varchar2(120 char), source_service varchar2(100 char) not null, schedule_mode varchar2(20 char) default 'manual' not null, action_name varchar2(50 char) default 'query' not null, status varchar2(20 char) default 'running' not null, expected_failure boolean default false not null, query_text clob not null, prompt_text clob, row_count number(10) default 0 not null, duration_ms number(14,3), error_message varchar2(4000 char), trace_id varchar2(64 char), created_at timestamp(3) with time zone not null, constraint query_executions_workflow_run_id_fk foreign key (workflow_run_id) references workflow_runs (id), constraint query_executions_schedule_mode_ck check (schedule_mode in ('scheduled', 'manual')), constraint query_executions_status_ck check (status in ('running', 'success', 'error')), constraint query_executions_row_count_ck check (row_count >= 0));
create index query_executions_workflow_run_id_ix on query_executions (workflow_run_id);
create index query_executions_component_name_ix on query_executions (component_name);
create index query_executions_status_ix on query_executions (status);
create index query_executions_trace_id_ix on query_executions (trace_id);
create index query_executions_query_name_created_at_ix on query_executions (query_name, created_at);
create index query_executions_created_at_id_ix on query_executions (created_at, id);
create table component_snapshots (id number(19) primary key, component_name varchar2(120 char) not null, component_type varchar2(60 char) not null, status varchar2(30 char) default 'unknown' not null, source_service varchar2(100 char) not null, latency_ms number(14,3), details varchar2(4000 char), trace_id varchar2(64 char), observed_at timestamp(3) with time zone not null);
create index component_snapshots_trace_id_ix on component_snapshots (trace_id);
create index component_snapshots_component_name_observed_at_ix on component_snapshots (component_name, observed_at);
create index component_snapshots_observed_at_id_ix on component_snapshots (observed_at, id);

-- as octo_owner: migration 0009-messaging
create table outbox (id varchar2(36 char) primary key, producer varchar2(50 char) not null, event_type varchar2(100 char) not null, order_id number(19), payload clob not null, traceparent varchar2(64 char), created_at timestamp(3) with time zone not null, constraint outbox_order_id_fk foreign key (order_id) references orders (id));
create index outbox_event_type_ix on outbox (event_type);
create index outbox_order_id_ix on outbox (order_id);
create index outbox_producer_created_at_ix on outbox (producer, created_at);
create index outbox_created_at_id_ix on outbox (created_at, id);
create table outbox_deliveries (event_id varchar2(36 char) not null, consumer varchar2(50 char) not null, attempts number(10) default 0 not null, next_attempt_at timestamp(3) with time zone, lease_owner varchar2(64 char), lease_until timestamp(3) with time zone, delivered_at timestamp(3) with time zone, dead_at timestamp(3) with time zone, last_error varchar2(500 char), retry_requested_at timestamp(3) with time zone, discarded_at timestamp(3) with time zone, constraint outbox_deliveries_event_id_fk foreign key (event_id) references outbox (id), constraint outbox_deliveries_attempts_ck check (attempts >= 0), constraint outbox_deliveries_pk primary key (event_id, consumer));
create index outbox_deliveries_lease_owner_ix on outbox_deliveries (lease_owner);
create index outbox_deliveries_delivered_at_ix on outbox_deliveries (delivered_at);
create index outbox_deliveries_dead_at_ix on outbox_deliveries (dead_at);
create index outbox_deliveries_retry_requested_at_ix on outbox_deliveries (retry_requested_at);
create index outbox_deliveries_next_attempt_at_consumer_ix on outbox_deliveries (next_attempt_at, consumer);
create table inbox (event_id varchar2(36 char) not null, consumer varchar2(50 char) not null, event_type varchar2(100 char) not null, payload_hash varchar2(64 char) not null, received_at timestamp(3) with time zone not null, constraint inbox_pk primary key (event_id, consumer));
create index inbox_received_at_ix on inbox (received_at);
create table idempotency_keys (id varchar2(64 char) primary key, service varchar2(50 char) not null, request_hash varchar2(64 char) not null, status varchar2(20 char) default 'running' not null, order_id number(19), response_status number(10), response_body varchar2(4000 char), created_at timestamp(3) with time zone not null, updated_at timestamp(3) with time zone not null, constraint idempotency_keys_status_ck check (status in ('running', 'done')));
create index idempotency_keys_order_id_ix on idempotency_keys (order_id);
create index idempotency_keys_updated_at_ix on idempotency_keys (updated_at);

-- as octo_owner: migration 0010-security-and-analytics
create table audit_logs (id varchar2(36 char) primary key, user_id number(19), actor varchar2(200 char) not null, action_name varchar2(100 char) not null, resource_name varchar2(200 char), old_value clob, new_value clob, ip_address varchar2(64 char), user_agent varchar2(500 char), trace_id varchar2(64 char), created_at timestamp(3) with time zone not null, constraint audit_logs_user_id_fk foreign key (user_id) references users (id));
create index audit_logs_user_id_ix on audit_logs (user_id);
create index audit_logs_resource_name_ix on audit_logs (resource_name);
create index audit_logs_trace_id_ix on audit_logs (trace_id);
create index audit_logs_action_name_created_at_ix on audit_logs (action_name, created_at);
create index audit_logs_created_at_id_ix on audit_logs (created_at, id);
create table security_events (id varchar2(36 char) primary key, attack_type varchar2(100 char) not null, severity varchar2(20 char) default 'medium' not null, endpoint varchar2(255 char), source_ip varchar2(64 char), trace_id varchar2(64 char), payload varchar2(500 char), product_id number(19), session_id varchar2(64 char), details varchar2(4000 char), created_at timestamp(3) with time zone not null, constraint security_events_severity_ck check (severity in ('info', 'low', 'medium', 'high', 'critical')), constraint security_events_product_id_fk foreign key (product_id) references products (id));
create index security_events_source_ip_ix on security_events (source_ip);
create index security_events_trace_id_ix on security_events (trace_id);
create index security_events_product_id_ix on security_events (product_id);
create index security_events_session_id_ix on security_events (session_id);
create index security_events_attack_type_created_at_ix on security_events (attack_type, created_at);
create index security_events_severity_created_at_ix on security_events (severity, created_at);
create index security_events_created_at_id_ix on security_events (created_at, id);
create table page_views (id varchar2(36 char) primary key, page varchar2(200 char) not null, visitor_ip varchar2(64 char), visitor_region varchar2(50 char), user_agent varchar2(500 char), referrer varchar2(500 char), load_time_ms number(10), session_id varchar2(64 char), created_at timestamp(3) with time zone not null, constraint page_views_load_time_ms_ck check (load_time_ms >= 0));
create index page_views_visitor_region_ix on page_views (visitor_region);
create index page_views_session_id_ix on page_views (session_id);
create index page_views_page_created_at_ix on page_views (page, created_at);
create index page_views_created_at_id_ix on page_views (created_at, id);
create table chaos_state (id varchar2(64 char) primary key, scenario_id varchar2(64 char) not null, target varchar2(16 char) not null, applied_by varchar2(64 char) not null, applied_at timestamp(3) with time zone not null, expires_at timestamp(3) with time zone not null, payload clob not null);
create index chaos_state_scenario_id_ix on chaos_state (scenario_id);
create index chaos_state_target_ix on chaos_state (target);
create index chaos_state_expires_at_ix on chaos_state (expires_at);

-- as octo_owner: migration 0011-query-views
create view query_customers as select id, company, industry, revenue, created_at from customers;
create view query_products as select p.id, p.shop_id, p.sku, p.name, p.category, p.price, p.is_active, p.created_at,
    (select coalesce(sum(l.quantity), 0) from stock_levels l where l.product_id = p.id) as stock from products p;
create view query_stock_levels as select l.product_id, l.warehouse_id, w.region, l.quantity
    from stock_levels l join warehouses w on w.id = l.warehouse_id;
create view query_stock_movements as select product_id, warehouse_id, order_id, delta, reason, created_at from stock_movements;
create view query_orders as select id, order_number, shop_id, customer_id, status, payment_method, currency,
    subtotal, discount, shipping_cost, total, created_at, placed_at, updated_at from orders;
create view query_order_items as select id, order_id, product_id, product_sku, product_name, quantity, unit_price from order_items;
create view query_payments as select id, order_id, method, status, amount, currency, provider, created_at, updated_at from payments;
create view query_invoices as select id, order_id, customer_id, amount, tax, currency, status, issued_at, due_at, paid_at from invoices;
create view query_shipments as select id, order_id, warehouse_id, carrier, status, origin_region, destination_region,
    weight_kg, shipping_cost, estimated_delivery, shipped_at, actual_delivery, created_at from shipments;
create view query_reviews as select id, product_id, rating, created_at from reviews;
create view query_tickets as select id, customer_id, status, priority, product_id, service_id, created_at, closed_at from tickets;
create view query_campaigns as select id, name, campaign_type, status, budget, spent, start_date, end_date from campaigns;
create view query_leads as select id, campaign_id, source, status, score, created_at, converted_at from leads;
create view query_page_views as select page, visitor_region, load_time_ms, created_at from page_views;
create view query_workflow_runs as select id, workflow_key, schedule_mode, status, duration_ms, started_at, completed_at from workflow_runs;
create view query_lab_executions as select id, workflow_run_id, query_name, component_name, status, expected_failure,
    row_count, duration_ms, created_at from query_executions;
create view query_component_snapshots as select id, component_name, component_type, status, latency_ms, observed_at from component_snapshots;

-- as octo_owner: migration 0012-operations
create table sign_in_attempts (id varchar2(36 char) primary key, account_key varchar2(64 char) not null, address_key varchar2(64 char) not null, created_at timestamp(3) with time zone not null);
create index sign_in_attempts_created_at_ix on sign_in_attempts (created_at);
create index sign_in_attempts_account_key_created_at_ix on sign_in_attempts (account_key, created_at);
create index sign_in_attempts_address_key_created_at_ix on sign_in_attempts (address_key, created_at);
alter table outbox_deliveries add (failures number(10) default 0 not null);
alter table simulated_charges drop constraint simulated_charges_status_ck;
alter table simulated_charges add constraint simulated_charges_status_ck check (status in ('charged', 'declined', 'voided', 'refunded'));
create unique index products_sku_any_case_uq on products (upper(sku));

-- as octo_owner: migration 0013-sweeps
alter table workflow_runs add (running_key varchar2(100 char));
alter table workflow_runs add (period_key varchar2(150 char));
alter table workflow_runs add (lease_owner varchar2(64 char));
alter table workflow_runs add (lease_until timestamp(3) with time zone);
create unique index workflow_runs_running_key_uq on workflow_runs (running_key);
create unique index workflow_runs_period_key_uq on workflow_runs (period_key);
alter table component_snapshots add (workflow_run_id number(19));
alter table component_snapshots add constraint component_snapshots_workflow_run_id_fk foreign key (workflow_run_id) references workflow_runs (id);
create index component_snapshots_workflow_run_id_ix on component_snapshots (workflow_run_id);
create view query_order_acceptances as select order_id, decision, created_at from order_acceptances;

-- as octo_owner: migration 0014-catalogue-search
create index products_category_name_id_ix on products (category, name, id);
create index products_on_sale_ix on products (shop_id, is_active, category);

-- as octo_owner: migration 0015-comments
comment on table customers is 'Who buys: people and companies, with a sign-in or without.';
comment on column customers.revenue is 'Turnover with this customer as the sales people enter it. In US dollars, with two decimals';
comment on table users is 'Who can sign in: staff and buyers.';
comment on column users.customer_id is 'The customer that a buyer is; null for staff';
comment on table staff_roles is 'Which user works here, and as what.';
comment on table user_sessions is 'Sign-ins. The row is read with each request, so that ending it ends the session at once.';
comment on column user_sessions.id is 'Hash of the session token, which is kept nowhere';
comment on table sign_in_attempts is 'Failed sign-ins of the last while, to slow down who guesses.';
comment on column sign_in_attempts.account_key is 'Hash of the name that was tried';
comment on column sign_in_attempts.address_key is 'Hash of the address it came from';
comment on table shops is 'Storefronts. A shop process serves one of them.';
comment on column shops.slug is 'What SHOP_SLUG names';
comment on table products is 'What is sold. The stock stands in stock_levels.';
comment on column products.shop_id is 'Storefront that sells it; null when none does';
comment on column products.price is 'In US dollars, with two decimals';
comment on table services is 'Services that are offered beside the products.';
comment on column services.price is 'In US dollars, with two decimals';
comment on table coupons is 'Codes that make an order cheaper, by percent or by an amount.';
comment on column coupons.max_uses is 'Zero for as many as come';
comment on table warehouses is 'Where goods lie.';
comment on table catalog_version is 'One row that moves with every change of the catalogue; shops drop their caches by it.';
comment on table stock_levels is 'How many of a product lie in a warehouse just now.';
comment on table stock_movements is 'Every change of the stock, never rewritten. Their sum is the level.';
comment on column stock_movements.delta is 'Units that came (positive) or went (negative)';
comment on column stock_movements.batch_id is 'Movements that belong together';
comment on table cart_items is 'What lies in the carts of visitors.';
comment on column cart_items.session_id is 'The cart';
comment on table orders is 'Orders with the buyer as at the time of ordering.';
comment on column orders.status is 'pending until the payment is known, then placed or failed; afterwards the work of the CRM: accepted, on_hold, fulfilling, shipped, delivered, cancelled';
comment on column orders.total is 'subtotal - discount + shipping_cost';
comment on column orders.placed_at is 'When the order counted; null for a failed one';
comment on column orders.trace_id is 'Trace of the checkout';
comment on table order_items is 'Lines of orders, with name and price as at the time of ordering.';
comment on table order_events is 'What happened to an order, in order of time, never rewritten.';
comment on table payments is 'The payment of each order.';
comment on column payments.provider_reference is 'What the payment rail calls it';
comment on column payments.lease_owner is 'Process that works on this just now';
comment on table simulated_charges is 'The books of the simulated payment rail, as an outside processor would keep them.';
comment on table idempotency_keys is 'Requests that must not be done twice, with the answer to give again.';
comment on column idempotency_keys.id is 'Hash of the key that the client sent';
comment on table order_acceptances is 'What the CRM decided on an order: one row each.';
comment on column order_acceptances.anomalies is 'What looked unusual, as JSON';
comment on column order_acceptances.event_id is 'The message that brought the order';
comment on table fulfilments is 'How far the work on an order has come.';
comment on column fulfilments.next_step_at is 'When the next step is due; null when none is';
comment on column fulfilments.lease_owner is 'Process that works on this just now';
comment on table invoices is 'Bills.';
comment on column invoices.tax is 'Part of the amount. In the currency of the row, with two decimals';
comment on table shipments is 'Parcels on their way to buyers.';
comment on table reviews is 'What buyers say of products.';
comment on column reviews.rating is 'One to five stars';
comment on table campaigns is 'Marketing campaigns.';
comment on column campaigns.budget is 'In US dollars, with two decimals';
comment on column campaigns.spent is 'In US dollars, with two decimals';
comment on table leads is 'People who may become customers.';
comment on column leads.customer_id is 'The customer that the lead became';
comment on column leads.score is 'Zero to 100, higher is more promising';
comment on table reports is 'Saved reports of the CRM.';
comment on column reports.parameters is 'JSON';
comment on table stored_files is 'Files that staff uploaded; the bytes lie elsewhere.';
comment on column stored_files.storage_key is 'Where the bytes lie';
comment on table tickets is 'Support cases.';
comment on column tickets.assigned_to is 'User who takes care of it';
comment on table ticket_messages is 'What was written in a support case, never rewritten.';
comment on table assistant_sessions is 'Conversations with the assistant of the shop.';
comment on table assistant_messages is 'What was said in a conversation with the assistant.';
comment on column assistant_messages.provider is 'What made the answer';
comment on table workflow_runs is 'Runs of the gateway: sweeps of all components, and what somebody asked for.';
comment on column workflow_runs.running_key is 'The workflow while it runs, then null: one at a time';
comment on column workflow_runs.period_key is 'Workflow and period of a scheduled run; null for one that somebody asked for';
comment on column workflow_runs.lease_owner is 'Process that works on this just now';
comment on table query_executions is 'Queries that were run in the lab, and how they went.';
comment on column query_executions.expected_failure is 'True where the query is meant to fail';
comment on column query_executions.prompt_text is 'The question, where one was asked';
comment on table component_snapshots is 'What a sweep found of one component.';
comment on table outbox is 'Messages for other services, written with the change that they tell of.';
comment on column outbox.payload is 'JSON';
comment on column outbox.traceparent is 'Trace context to go on with';
comment on table outbox_deliveries is 'How far a message has come with each of its consumers.';
comment on column outbox_deliveries.failures is 'Attempts that the consumer itself failed; those that never reached it do not count';
comment on column outbox_deliveries.next_attempt_at is 'Null once delivered, dead or discarded';
comment on column outbox_deliveries.dead_at is 'When it was given up';
comment on column outbox_deliveries.lease_owner is 'Process that works on this just now';
comment on table inbox is 'Messages that a consumer has taken, so that it takes each once.';
comment on column inbox.payload_hash is 'A known id with another content is refused';
comment on table audit_logs is 'Who of the staff changed what, never rewritten.';
comment on column audit_logs.trace_id is 'Trace that this was part of';
comment on table security_events is 'What looked like an attack, never rewritten.';
comment on column security_events.trace_id is 'Trace that this was part of';
comment on table page_views is 'Pages that visitors of the shop looked at.';
comment on table chaos_state is 'Disturbances that are switched on just now, for exercises.';
comment on column chaos_state.payload is 'JSON';
comment on table query_customers is 'Customers without what names a person.';
comment on column query_customers.company is 'Company name; null for a private buyer';
comment on column query_customers.revenue is 'Turnover with this customer as the sales people enter it. In US dollars, with two decimals';
comment on column query_customers.created_at is 'When the customer became known';
comment on table query_products is 'Products for sale, with the units in stock.';
comment on column query_products.price is 'Price of one. In US dollars, with two decimals';
comment on column query_products.is_active is 'True while it is sold';
comment on column query_products.stock is 'Units in all warehouses together';
comment on column query_products.shop_id is 'Storefront that sells it';
comment on table query_stock_levels is 'Units of each product in each warehouse.';
comment on column query_stock_levels.region is 'Where the warehouse is';
comment on column query_stock_levels.quantity is 'Units that can be sold';
comment on table query_stock_movements is 'Every change of the stock.';
comment on column query_stock_movements.delta is 'Units that came (positive) or went (negative)';
comment on column query_stock_movements.order_id is 'Order that moved it; null for a correction';
comment on table query_orders is 'Orders. Turnover is the sum of total of the orders that are neither pending, failed nor cancelled.';
comment on column query_orders.customer_id is 'Buyer, in query_customers';
comment on column query_orders.status is 'pending, placed, failed, accepted, on_hold, fulfilling, shipped, delivered or cancelled';
comment on column query_orders.payment_method is 'credit_card or bank_transfer';
comment on column query_orders.subtotal is 'Sum of the lines. In the currency of the row, with two decimals';
comment on column query_orders.total is 'subtotal - discount + shipping_cost. In the currency of the row, with two decimals';
comment on column query_orders.created_at is 'When the buyer ordered';
comment on column query_orders.placed_at is 'When the order counted; null for a failed one';
comment on table query_order_items is 'Lines of orders: which product, how many, at what price.';
comment on column query_order_items.unit_price is 'Price of one at the time of ordering. In the currency of the row, with two decimals';
comment on table query_payments is 'The payment of each order.';
comment on column query_payments.status is 'pending, paid, failed or refunded';
comment on column query_payments.method is 'credit_card or bank_transfer';
comment on column query_payments.amount is 'In the currency of the row, with two decimals';
comment on table query_invoices is 'Bills of orders.';
comment on column query_invoices.status is 'draft, issued, paid, overdue or void';
comment on column query_invoices.tax is 'Part of the amount. In the currency of the row, with two decimals';
comment on column query_invoices.due_at is 'Payable until';
comment on table query_shipments is 'Parcels of orders.';
comment on column query_shipments.status is 'processing, shipped, in_transit, delivered, returned or cancelled';
comment on column query_shipments.origin_region is 'Region of the warehouse';
comment on column query_shipments.estimated_delivery is 'When it should arrive';
comment on column query_shipments.actual_delivery is 'When it arrived; null while it has not';
comment on table query_reviews is 'Stars that buyers gave to products.';
comment on column query_reviews.rating is 'One to five stars';
comment on table query_tickets is 'Support cases.';
comment on column query_tickets.status is 'open, in_progress, resolved or closed';
comment on column query_tickets.priority is 'low, medium, high or critical';
comment on column query_tickets.closed_at is 'Null while it is open';
comment on table query_campaigns is 'Marketing campaigns.';
comment on column query_campaigns.status is 'draft, active, paused or completed';
comment on column query_campaigns.budget is 'In US dollars, with two decimals';
comment on column query_campaigns.spent is 'In US dollars, with two decimals';
comment on table query_leads is 'Possible customers that campaigns brought.';
comment on column query_leads.status is 'new, contacted, qualified, converted or lost';
comment on column query_leads.score is 'Zero to 100, higher is more promising';
comment on column query_leads.converted_at is 'When the lead became a customer';
comment on table query_page_views is 'Pages of the shop that were looked at.';
comment on column query_page_views.page is 'Path of the page';
comment on column query_page_views.load_time_ms is 'Milliseconds until it was loaded';
comment on table query_workflow_runs is 'Runs of the workflow gateway.';
comment on column query_workflow_runs.status is 'running, success or error';
comment on column query_workflow_runs.schedule_mode is 'scheduled or manual';
comment on table query_lab_executions is 'Queries that were run in the lab.';
comment on column query_lab_executions.status is 'running, success or error';
comment on column query_lab_executions.expected_failure is 'True where the query is meant to fail';
comment on table query_component_snapshots is 'How the components of the platform were, sweep by sweep.';
comment on column query_component_snapshots.latency_ms is 'Milliseconds that the component took to answer';
comment on table query_order_acceptances is 'What was decided on each order.';
comment on column query_order_acceptances.decision is 'accepted, on_hold or rejected';

-- as octo_owner: migration 0016-active-faults
create table active_faults (id varchar2(64 char) primary key, target varchar2(16 char) not null, applied_by varchar2(200 char) not null, applied_at timestamp(3) with time zone not null, expires_at timestamp(3) with time zone not null, trace_id varchar2(64 char), constraint active_faults_expires_at_ck check (expires_at > applied_at));
create index active_faults_target_expires_at_ix on active_faults (target, expires_at);
comment on table active_faults is 'Single faults that are applied on purpose just now; chaos_state is for exercises of several, and nothing writes it.';
comment on column active_faults.id is 'Which fault; what it does stands in domains/simulation/faults';
comment on column active_faults.target is 'Service in which it takes place';
comment on column active_faults.expires_at is 'It ends by itself then, an hour after it was applied at the latest';
comment on column active_faults.trace_id is 'Trace of the request that applied it';

-- as octo_owner: rights for each service
-- Exactly what each service needs, from database/grants.ts; what is too much is taken away again. Who changes nothing of a table may READ
-- it, which, unlike SELECT, lets nobody lock its rows.
grant read on octo_owner.shops to octo_shop;
grant read on octo_owner.products to octo_shop;
grant read on octo_owner.coupons to octo_shop;
grant read on octo_owner.services to octo_shop;
grant read on octo_owner.warehouses to octo_shop;
grant read on octo_owner.catalog_version to octo_shop;
grant read on octo_owner.chaos_state to octo_shop;
grant read on octo_owner.active_faults to octo_shop;
grant read on octo_owner.order_acceptances to octo_shop;
grant read on octo_owner.fulfilments to octo_shop;
grant read on octo_owner.invoices to octo_shop;
grant read on octo_owner.shipments to octo_shop;
grant read, insert on octo_owner.stock_movements to octo_shop;
grant read, insert on octo_owner.order_items to octo_shop;
grant read, insert on octo_owner.page_views to octo_shop;
grant read, insert on octo_owner.ticket_messages to octo_shop;
grant read, insert on octo_owner.assistant_messages to octo_shop;
grant read, insert on octo_owner.order_events to octo_shop;
grant read, insert on octo_owner.outbox to octo_shop;
grant read, insert on octo_owner.inbox to octo_shop;
grant insert on octo_owner.audit_logs to octo_shop;
grant insert on octo_owner.security_events to octo_shop;
grant select, insert, update on octo_owner.payments to octo_shop;
grant select, insert, update on octo_owner.simulated_charges to octo_shop;
grant select, insert, update on octo_owner.reviews to octo_shop;
grant select, insert, update, delete on octo_owner.cart_items to octo_shop;
grant select, insert, update, delete on octo_owner.idempotency_keys to octo_shop;
grant select, update (quantity) on octo_owner.stock_levels to octo_shop;
grant select, insert, update (status, version, updated_at, placed_at, trace_id) on octo_owner.orders to octo_shop;
grant select, insert, update (name, phone, company, version, updated_at) on octo_owner.customers to octo_shop;
grant select, insert, update (last_login_at) on octo_owner.users to octo_shop;
grant select, insert, update (status, version, updated_at, closed_at) on octo_owner.tickets to octo_shop;
grant select, insert, update (customer_email, product_focus, updated_at) on octo_owner.assistant_sessions to octo_shop;
grant select, insert, update (attempts, next_attempt_at, lease_owner, lease_until, delivered_at, dead_at, last_error, failures) on octo_owner.outbox_deliveries to octo_shop;
grant read on octo_owner.cart_items to octo_crm;
grant read on octo_owner.order_items to octo_crm;
grant read on octo_owner.payments to octo_crm;
grant read on octo_owner.reviews to octo_crm;
grant read on octo_owner.page_views to octo_crm;
grant read on octo_owner.assistant_sessions to octo_crm;
grant read on octo_owner.assistant_messages to octo_crm;
grant read on octo_owner.workflow_runs to octo_crm;
grant read on octo_owner.query_executions to octo_crm;
grant read on octo_owner.component_snapshots to octo_crm;
grant read, insert on octo_owner.stock_movements to octo_crm;
grant read, insert on octo_owner.ticket_messages to octo_crm;
grant read, insert on octo_owner.order_events to octo_crm;
grant read, insert on octo_owner.audit_logs to octo_crm;
grant read, insert on octo_owner.security_events to octo_crm;
grant read, insert on octo_owner.outbox to octo_crm;
grant read, insert on octo_owner.inbox to octo_crm;
grant select, insert, update on octo_owner.stock_levels to octo_crm;
grant select, insert, update on octo_owner.order_acceptances to octo_crm;
grant select, insert, update on octo_owner.fulfilments to octo_crm;
grant select, insert, update on octo_owner.invoices to octo_crm;
grant select, insert, update on octo_owner.shipments to octo_crm;
grant select, insert, update on octo_owner.customers to octo_crm;
grant select, insert, update on octo_owner.users to octo_crm;
grant select, insert, update on octo_owner.tickets to octo_crm;
grant select, insert, update, delete on octo_owner.products to octo_crm;
grant select, insert, update, delete on octo_owner.shops to octo_crm;
grant select, insert, update, delete on octo_owner.coupons to octo_crm;
grant select, insert, update, delete on octo_owner.warehouses to octo_crm;
grant select, insert, update, delete on octo_owner.services to octo_crm;
grant select, insert, update, delete on octo_owner.campaigns to octo_crm;
grant select, insert, update, delete on octo_owner.leads to octo_crm;
grant select, insert, update, delete on octo_owner.reports to octo_crm;
grant select, insert, update, delete on octo_owner.stored_files to octo_crm;
grant select, insert, update, delete on octo_owner.staff_roles to octo_crm;
grant select, insert, update, delete on octo_owner.chaos_state to octo_crm;
grant select, insert, update, delete on octo_owner.active_faults to octo_crm;
grant select, insert, update, delete on octo_owner.user_sessions to octo_crm;
grant select, insert, update, delete on octo_owner.sign_in_attempts to octo_crm;
grant select, insert, update, delete on octo_owner.idempotency_keys to octo_crm;
grant read on octo_owner.query_customers to octo_crm;
grant read on octo_owner.query_products to octo_crm;
grant read on octo_owner.query_stock_levels to octo_crm;
grant read on octo_owner.query_stock_movements to octo_crm;
grant read on octo_owner.query_orders to octo_crm;
grant read on octo_owner.query_order_items to octo_crm;
grant read on octo_owner.query_payments to octo_crm;
grant read on octo_owner.query_invoices to octo_crm;
grant read on octo_owner.query_shipments to octo_crm;
grant read on octo_owner.query_reviews to octo_crm;
grant read on octo_owner.query_tickets to octo_crm;
grant read on octo_owner.query_campaigns to octo_crm;
grant read on octo_owner.query_leads to octo_crm;
grant read on octo_owner.query_page_views to octo_crm;
grant read on octo_owner.query_workflow_runs to octo_crm;
grant read on octo_owner.query_lab_executions to octo_crm;
grant read on octo_owner.query_component_snapshots to octo_crm;
grant read on octo_owner.query_order_acceptances to octo_crm;
grant select, update on octo_owner.catalog_version to octo_crm;
grant select, update (status, version, updated_at) on octo_owner.orders to octo_crm;
grant select, insert, update (attempts, next_attempt_at, lease_owner, lease_until, delivered_at, dead_at, last_error, failures, retry_requested_at, discarded_at) on octo_owner.outbox_deliveries to octo_crm;
grant select, insert, update, delete on octo_owner.workflow_runs to octo_gateway;
grant select, insert, update, delete on octo_owner.query_executions to octo_gateway;
grant select, insert, update, delete on octo_owner.component_snapshots to octo_gateway;
grant insert on octo_owner.order_events to octo_gateway;
grant insert on octo_owner.audit_logs to octo_gateway;
grant insert on octo_owner.security_events to octo_gateway;
grant read on octo_owner.query_customers to octo_gateway;
grant read on octo_owner.query_products to octo_gateway;
grant read on octo_owner.query_stock_levels to octo_gateway;
grant read on octo_owner.query_stock_movements to octo_gateway;
grant read on octo_owner.query_orders to octo_gateway;
grant read on octo_owner.query_order_items to octo_gateway;
grant read on octo_owner.query_payments to octo_gateway;
grant read on octo_owner.query_invoices to octo_gateway;
grant read on octo_owner.query_shipments to octo_gateway;
grant read on octo_owner.query_reviews to octo_gateway;
grant read on octo_owner.query_tickets to octo_gateway;
grant read on octo_owner.query_campaigns to octo_gateway;
grant read on octo_owner.query_leads to octo_gateway;
grant read on octo_owner.query_page_views to octo_gateway;
grant read on octo_owner.query_workflow_runs to octo_gateway;
grant read on octo_owner.query_lab_executions to octo_gateway;
grant read on octo_owner.query_component_snapshots to octo_gateway;
grant read on octo_owner.query_order_acceptances to octo_gateway;
grant read on octo_owner.active_faults to octo_gateway;
grant read on octo_owner.query_customers to octo_query;
grant read on octo_owner.query_products to octo_query;
grant read on octo_owner.query_stock_levels to octo_query;
grant read on octo_owner.query_stock_movements to octo_query;
grant read on octo_owner.query_orders to octo_query;
grant read on octo_owner.query_order_items to octo_query;
grant read on octo_owner.query_payments to octo_query;
grant read on octo_owner.query_invoices to octo_query;
grant read on octo_owner.query_shipments to octo_query;
grant read on octo_owner.query_reviews to octo_query;
grant read on octo_owner.query_tickets to octo_query;
grant read on octo_owner.query_campaigns to octo_query;
grant read on octo_owner.query_leads to octo_query;
grant read on octo_owner.query_page_views to octo_query;
grant read on octo_owner.query_workflow_runs to octo_query;
grant read on octo_owner.query_lab_executions to octo_query;
grant read on octo_owner.query_component_snapshots to octo_query;
grant read on octo_owner.query_order_acceptances to octo_query;
grant select on octo_owner.business_ids to octo_shop;
grant select on octo_owner.business_ids to octo_crm;
grant select on octo_owner.business_ids to octo_gateway;

-- as octo_owner: first data, into an empty schema only
-- Products, customers, orders and the demo people, as inserts with binds. --no-seed leaves them out.
