create profile octo_profile limit sessions_per_user 100 failed_login_attempts 20 password_lock_time 1/24 password_life_time unlimited password_rollover_time 1 idle_time 60

create user octo_owner identified by Generated1Password profile octo_profile quota unlimited on data

create user octo_shop identified by Generated1Password profile octo_profile

create user octo_crm identified by Generated1Password profile octo_profile

create user octo_gateway identified by Generated1Password profile octo_profile

create user octo_query identified by Generated1Password profile octo_profile

create user octo_insight identified by Generated1Password profile octo_profile

grant create session, create table, create view, create sequence to octo_owner

grant create session to octo_shop

grant create session to octo_crm

grant create session to octo_gateway

grant create session to octo_query

grant create session to octo_insight

grant select on sys.v_$session to octo_insight

grant select on sys.v_$transaction to octo_insight

grant select on sys.v_$sqlstats to octo_insight

grant select on sys.v_$sql to octo_insight

grant select on sys.v_$sql_plan to octo_insight

grant select on sys.dba_segments to octo_insight

grant select on sys.dba_indexes to octo_insight

grant select on sys.dba_lobs to octo_insight

grant select on sys.dba_tables to octo_insight

begin cs_resource_manager.update_plan_directive(consumer_group => 'LOW', io_megabytes_limit => 20000, elapsed_time_limit => 60); end;

alter profile octo_profile limit sessions_per_user 100 failed_login_attempts 20 password_lock_time 1/24 password_life_time unlimited password_rollover_time 1 idle_time 60

alter user octo_owner identified by Generated1Password account unlock

alter user octo_owner profile octo_profile

alter user octo_owner quota unlimited on data

grant read on octo_owner.shops to octo_shop

grant read on octo_owner.products to octo_shop

grant read on octo_owner.coupons to octo_shop

grant read on octo_owner.services to octo_shop

grant read on octo_owner.warehouses to octo_shop

grant read on octo_owner.catalog_version to octo_shop

grant read on octo_owner.chaos_state to octo_shop

grant read on octo_owner.active_faults to octo_shop

grant read on octo_owner.order_acceptances to octo_shop

grant read on octo_owner.fulfilments to octo_shop

grant read on octo_owner.invoices to octo_shop

grant read on octo_owner.shipments to octo_shop

grant read, insert on octo_owner.stock_movements to octo_shop

grant read, insert on octo_owner.order_items to octo_shop

grant read, insert on octo_owner.page_views to octo_shop

grant read, insert on octo_owner.ticket_messages to octo_shop

grant read, insert on octo_owner.assistant_messages to octo_shop

grant read, insert on octo_owner.order_events to octo_shop

grant read, insert on octo_owner.outbox to octo_shop

grant read, insert on octo_owner.inbox to octo_shop

grant insert on octo_owner.audit_logs to octo_shop

grant insert on octo_owner.security_events to octo_shop

grant select, insert, update on octo_owner.payments to octo_shop

grant select, insert, update on octo_owner.simulated_charges to octo_shop

grant select, insert, update on octo_owner.reviews to octo_shop

grant select, insert, update, delete on octo_owner.cart_items to octo_shop

grant select, insert, update, delete on octo_owner.idempotency_keys to octo_shop

grant select, update (quantity) on octo_owner.stock_levels to octo_shop

grant select, insert, update (status, version, updated_at, placed_at, trace_id) on octo_owner.orders to octo_shop

grant select, insert, update (name, phone, company, version, updated_at) on octo_owner.customers to octo_shop

grant select, insert, update (last_login_at) on octo_owner.users to octo_shop

grant select, insert, update (status, version, updated_at, closed_at) on octo_owner.tickets to octo_shop

grant select, insert, update (customer_email, product_focus, updated_at) on octo_owner.assistant_sessions to octo_shop

grant select, insert, update (attempts, next_attempt_at, lease_owner, lease_until, delivered_at, dead_at, last_error, failures) on octo_owner.outbox_deliveries to octo_shop

grant read on octo_owner.cart_items to octo_crm

grant read on octo_owner.order_items to octo_crm

grant read on octo_owner.payments to octo_crm

grant read on octo_owner.reviews to octo_crm

grant read on octo_owner.page_views to octo_crm

grant read on octo_owner.assistant_sessions to octo_crm

grant read on octo_owner.assistant_messages to octo_crm

grant read on octo_owner.workflow_runs to octo_crm

grant read on octo_owner.query_executions to octo_crm

grant read on octo_owner.component_snapshots to octo_crm

grant read, insert on octo_owner.stock_movements to octo_crm

grant read, insert on octo_owner.ticket_messages to octo_crm

grant read, insert on octo_owner.order_events to octo_crm

grant read, insert on octo_owner.audit_logs to octo_crm

grant read, insert on octo_owner.security_events to octo_crm

grant read, insert on octo_owner.outbox to octo_crm

grant read, insert on octo_owner.inbox to octo_crm

grant select, insert, update on octo_owner.stock_levels to octo_crm

grant select, insert, update on octo_owner.order_acceptances to octo_crm

grant select, insert, update on octo_owner.fulfilments to octo_crm

grant select, insert, update on octo_owner.invoices to octo_crm

grant select, insert, update on octo_owner.shipments to octo_crm

grant select, insert, update on octo_owner.customers to octo_crm

grant select, insert, update on octo_owner.users to octo_crm

grant select, insert, update on octo_owner.tickets to octo_crm

grant select, insert, update, delete on octo_owner.products to octo_crm

grant select, insert, update, delete on octo_owner.shops to octo_crm

grant select, insert, update, delete on octo_owner.coupons to octo_crm

grant select, insert, update, delete on octo_owner.warehouses to octo_crm

grant select, insert, update, delete on octo_owner.services to octo_crm

grant select, insert, update, delete on octo_owner.campaigns to octo_crm

grant select, insert, update, delete on octo_owner.leads to octo_crm

grant select, insert, update, delete on octo_owner.reports to octo_crm

grant select, insert, update, delete on octo_owner.stored_files to octo_crm

grant select, insert, update, delete on octo_owner.staff_roles to octo_crm

grant select, insert, update, delete on octo_owner.chaos_state to octo_crm

grant select, insert, update, delete on octo_owner.active_faults to octo_crm

grant select, insert, update, delete on octo_owner.user_sessions to octo_crm

grant select, insert, update, delete on octo_owner.sign_in_attempts to octo_crm

grant select, insert, update, delete on octo_owner.idempotency_keys to octo_crm

grant read on octo_owner.query_customers to octo_crm

grant read on octo_owner.query_products to octo_crm

grant read on octo_owner.query_stock_levels to octo_crm

grant read on octo_owner.query_stock_movements to octo_crm

grant read on octo_owner.query_orders to octo_crm

grant read on octo_owner.query_order_items to octo_crm

grant read on octo_owner.query_payments to octo_crm

grant read on octo_owner.query_invoices to octo_crm

grant read on octo_owner.query_shipments to octo_crm

grant read on octo_owner.query_reviews to octo_crm

grant read on octo_owner.query_tickets to octo_crm

grant read on octo_owner.query_campaigns to octo_crm

grant read on octo_owner.query_leads to octo_crm

grant read on octo_owner.query_page_views to octo_crm

grant read on octo_owner.query_workflow_runs to octo_crm

grant read on octo_owner.query_lab_executions to octo_crm

grant read on octo_owner.query_component_snapshots to octo_crm

grant read on octo_owner.query_order_acceptances to octo_crm

grant select, update on octo_owner.catalog_version to octo_crm

grant select, update (status, version, updated_at) on octo_owner.orders to octo_crm

grant select, insert, update (attempts, next_attempt_at, lease_owner, lease_until, delivered_at, dead_at, last_error, failures, retry_requested_at, discarded_at) on octo_owner.outbox_deliveries to octo_crm

grant select, insert, update, delete on octo_owner.workflow_runs to octo_gateway

grant select, insert, update, delete on octo_owner.query_executions to octo_gateway

grant select, insert, update, delete on octo_owner.component_snapshots to octo_gateway

grant insert on octo_owner.order_events to octo_gateway

grant insert on octo_owner.audit_logs to octo_gateway

grant insert on octo_owner.security_events to octo_gateway

grant read on octo_owner.query_customers to octo_gateway

grant read on octo_owner.query_products to octo_gateway

grant read on octo_owner.query_stock_levels to octo_gateway

grant read on octo_owner.query_stock_movements to octo_gateway

grant read on octo_owner.query_orders to octo_gateway

grant read on octo_owner.query_order_items to octo_gateway

grant read on octo_owner.query_payments to octo_gateway

grant read on octo_owner.query_invoices to octo_gateway

grant read on octo_owner.query_shipments to octo_gateway

grant read on octo_owner.query_reviews to octo_gateway

grant read on octo_owner.query_tickets to octo_gateway

grant read on octo_owner.query_campaigns to octo_gateway

grant read on octo_owner.query_leads to octo_gateway

grant read on octo_owner.query_page_views to octo_gateway

grant read on octo_owner.query_workflow_runs to octo_gateway

grant read on octo_owner.query_lab_executions to octo_gateway

grant read on octo_owner.query_component_snapshots to octo_gateway

grant read on octo_owner.query_order_acceptances to octo_gateway

grant read on octo_owner.active_faults to octo_gateway

grant read on octo_owner.query_customers to octo_query

grant read on octo_owner.query_products to octo_query

grant read on octo_owner.query_stock_levels to octo_query

grant read on octo_owner.query_stock_movements to octo_query

grant read on octo_owner.query_orders to octo_query

grant read on octo_owner.query_order_items to octo_query

grant read on octo_owner.query_payments to octo_query

grant read on octo_owner.query_invoices to octo_query

grant read on octo_owner.query_shipments to octo_query

grant read on octo_owner.query_reviews to octo_query

grant read on octo_owner.query_tickets to octo_query

grant read on octo_owner.query_campaigns to octo_query

grant read on octo_owner.query_leads to octo_query

grant read on octo_owner.query_page_views to octo_query

grant read on octo_owner.query_workflow_runs to octo_query

grant read on octo_owner.query_lab_executions to octo_query

grant read on octo_owner.query_component_snapshots to octo_query

grant read on octo_owner.query_order_acceptances to octo_query

grant select on octo_owner.business_ids to octo_shop

grant select on octo_owner.business_ids to octo_crm

grant select on octo_owner.business_ids to octo_gateway

revoke delete on octo_owner.orders from octo_query

create table if not exists schema_migrations (name varchar2(255 char) not null, timestamp varchar2(255 char) not null, constraint schema_migrations_pk primary key (name))

create table if not exists schema_migration_steps (migration varchar2(255 char) not null, step number(10) not null, text_hash varchar2(64 char) not null, begun_at timestamp(3) with time zone not null, done_at timestamp(3) with time zone, constraint schema_migration_steps_pk primary key (migration, step))

create table if not exists schema_migrations_lock (id varchar2(255 char) not null, is_locked number(10) default 0 not null, constraint schema_migrations_lock_pk primary key (id))

insert into schema_migrations_lock (id, is_locked) values (:1, :2)

select name from schema_migrations order by name

select step, text_hash, done_at from schema_migration_steps where migration = :1

insert into schema_migration_steps (migration, step, text_hash, begun_at, done_at) values (:1, :2, :3, :4, :5)

update schema_migration_steps set done_at = :1 where migration = :2 and step = :3

insert into schema_migrations (name, timestamp) values (:1, :2)

select id from schema_migrations_lock where id = :1 for update wait 300

select resource_name, limit from dba_profiles where profile = :1

select username, profile from dba_users where username in (:1, :2, :3, :4, :5, :6, :7, :8)

select grantee, privilege from dba_sys_privs where grantee in (:1, :2, :3, :4, :5, :6, :7, :8)

select granted_role from dba_role_privs where grantee = :1

select owner, table_name, privilege from dba_tab_privs where grantee = :1

select max_bytes from dba_ts_quotas where username = :1 and tablespace_name = :2

select grantee, table_name, privilege from user_tab_privs_made where grantee in (:1, :2, :3, :4, :5, :6, :7, :8) and table_name <> :9

select grantee, table_name, column_name, privilege from user_col_privs_made where grantee in (:1, :2, :3, :4, :5, :6, :7, :8)

select elapsed_time_limit as elapsed_seconds,
  io_megabytes_limit as io_megabytes from table(cs_resource_manager.list_current_rules()) where consumer_group = 'LOW'

select c.table_name, v.view_name, c.column_name, c.data_type, c.data_precision, c.data_scale,
    c.char_length, c.char_used, c.nullable, c.data_default
    from user_tab_columns c left join user_views v on v.view_name = c.table_name
    where c.table_name not like 'SCHEMA_MIGRATION%' order by c.table_name, c.column_id

select k.constraint_name, k.constraint_type, k.table_name, k.generated,
    k.search_condition_vc, t.constraint_name as target_name, t.table_name as target_table
    from user_constraints k left join user_constraints t on t.constraint_name = k.r_constraint_name
    where k.constraint_type in ('P', 'U', 'R', 'C') and k.table_name not like 'SCHEMA_MIGRATION%'

select constraint_name, column_name from user_cons_columns
    where table_name not like 'SCHEMA_MIGRATION%' order by constraint_name, position

select i.index_name, i.table_name, i.uniqueness from user_indexes i
    where i.index_type in ('NORMAL', 'FUNCTION-BASED NORMAL') and i.table_name not like 'SCHEMA_MIGRATION%'
    and not exists (select 1 from user_constraints k where k.index_name = i.index_name)

select index_name, column_position, column_name
    from user_ind_columns order by index_name, column_position

select index_name, column_position, column_expression
    from user_ind_expressions

select sequence_name, increment_by from user_sequences

drop user octo_test_1_insight cascade

drop user octo_test_1_query cascade

drop user octo_test_1_gateway cascade

drop user octo_test_1_crm cascade

drop user octo_test_1_shop cascade

drop user octo_test_1_owner cascade

drop profile octo_test_1_profile cascade
