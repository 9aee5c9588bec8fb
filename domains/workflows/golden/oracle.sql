-- workflows.brokenOrdersProbe
select o.id, o.fulfilment_score as fulfilment_score from query_orders o order by o.id fetch first :1 rows only

-- workflows.closeAbandonedRun
update workflow_runs set status = :1, result_summary = :2, completed_at = :3, running_key = :4, lease_owner = :5, lease_until = :6 where running_key = :7 and lease_until < :8

-- workflows.componentTopology
select component_name, component_type, count(*) as snapshot_count, max(observed_at) as last_observed_at from query_component_snapshots group by component_name, component_type order by component_name, component_type fetch first :1 rows only

-- workflows.countCustomers
select count(*) as customers from query_customers

-- workflows.countLinkedCustomers
select count(distinct o.customer_id) as customers from query_order_acceptances a inner join query_orders o on o.id = a.order_id where a.decision = :1

-- workflows.countLowStock
select count(*) as products from query_products where is_active = :1 and stock <= :2

-- workflows.countOrdersInWork
select count(*) as orders from query_orders where status in (:1, :2, :3, :4)

-- workflows.crmCustomerMix
select coalesce(c.company, 'Private customers') as company, count(distinct c.id) as customer_count, count(*) as order_count, cast(sum(o.total) as numeric(16, 2)) as spend from query_order_acceptances a inner join query_orders o on o.id = a.order_id inner join query_customers c on c.id = o.customer_id where a.decision = :1 group by coalesce(c.company, 'Private customers') order by spend desc, company fetch first :2 rows only

-- workflows.deleteExecutionsBefore
delete from query_executions where id in (select e.id from query_executions e where e.created_at < :1 order by e.created_at fetch first :2 rows only)

-- workflows.deleteRunsBefore
delete from workflow_runs where id in (select r.id from workflow_runs r where r.started_at < :1 and not exists (select e.id from query_executions e where e.workflow_run_id = r.id) and not exists (select s.id from component_snapshots s where s.workflow_run_id = r.id) order by r.started_at fetch first :2 rows only)

-- workflows.deleteSnapshotsBefore
delete from component_snapshots where id in (select s.id from component_snapshots s where s.observed_at < :1 order by s.observed_at fetch first :2 rows only)

-- workflows.extendLease
update workflow_runs set lease_until = :1, trace_id = :2 where id = :3 and lease_owner = :4

-- workflows.finishRun
update workflow_runs set status = :1, result_summary = :2, duration_ms = :3, completed_at = :4, running_key = :5, lease_owner = :6, lease_until = :7 where id = :8 and lease_owner = :9

-- workflows.insertExecution
insert into query_executions (query_name, component_name, source_service, schedule_mode, action_name, status, expected_failure, row_count, duration_ms, error_message, trace_id, created_at, query_text, id, workflow_run_id) values (:1, :2, :3, :4, :5, :6, :7, :8, :9, :10, :11, :12, :13, :14, :15)

-- workflows.insertFinishedRun
insert into workflow_runs (period_key, workflow_key, workflow_label, source_service, schedule_mode, trace_id, started_at, completed_at, status, result_summary, duration_ms, id) values (:1, :2, :3, :4, :5, :6, :7, :8, :9, :10, :11, :12)

-- workflows.insertRun
insert into workflow_runs (lease_owner, schedule_mode, period_key, started_at, id, workflow_key, workflow_label, source_service, status, running_key, lease_until) values (:1, :2, :3, :4, :5, :6, :7, :8, :9, :10, :11)

-- workflows.insertSnapshots
insert into component_snapshots (component_name, component_type, status, source_service, details, trace_id, observed_at, latency_ms, id, workflow_run_id) values (:1, :2, :3, :4, :5, :6, :7, :8, :9, :10)

-- workflows.inventoryWatch
select sku, name, stock, category from query_products where is_active = :1 and stock <= :2 order by stock, sku fetch first :3 rows only

-- workflows.manyRowsProbe
with digits as (select 0 as digit union all select 1 as digit union all select 2 as digit union all select 3 as digit union all select 4 as digit union all select 5 as digit union all select 6 as digit union all select 7 as digit union all select 8 as digit union all select 9 as digit) select a.digit * 10000 + b.digit * 1000 + c.digit * 100 + d.digit * 10 + e.digit as line from digits a cross join digits b cross join digits c cross join digits d cross join digits e order by line fetch first :1 rows only

-- workflows.missingTableProbe
select f.id from query_drone_flights f order by f.id fetch first :1 rows only

-- workflows.ordersBacklog
select status, count(*) as order_count, cast(sum(total) as numeric(16, 2)) as total_value from query_orders group by status order by total_value desc, status fetch first :1 rows only

-- workflows.selectExecutions
select id, workflow_run_id, query_name, component_name, source_service, schedule_mode, action_name, status, expected_failure, row_count, duration_ms, error_message, trace_id, created_at from query_executions order by created_at desc, id desc fetch first :1 rows only

-- workflows.selectExecutionsOfRun
select id, workflow_run_id, query_name, component_name, source_service, schedule_mode, action_name, status, expected_failure, row_count, duration_ms, error_message, trace_id, created_at from query_executions where workflow_run_id = :1 order by created_at, id fetch first :2 rows only

-- workflows.selectLastRun
select status, result_summary, completed_at from workflow_runs where completed_at is not null order by completed_at desc fetch first :1 rows only

-- workflows.selectOne
select 1 as answer

-- workflows.selectRun
select id, workflow_key, workflow_label, source_service, schedule_mode, status, result_summary, trace_id, duration_ms, started_at, completed_at from workflow_runs where id = :1

-- workflows.selectRunOfPeriod
select id from workflow_runs where period_key = :1

-- workflows.selectRuns
select id, workflow_key, workflow_label, source_service, schedule_mode, status, result_summary, trace_id, duration_ms, started_at, completed_at from workflow_runs order by started_at desc, id desc fetch first :1 rows only

-- workflows.selectSales
select count(*) as orders, cast(coalesce(sum(total), 0) as numeric(16, 2)) as revenue from query_orders where status not in ('pending', 'failed', 'cancelled')

-- workflows.selectSnapshots
select id, workflow_run_id, component_name, component_type, status, source_service, latency_ms, details, trace_id, observed_at from component_snapshots order by observed_at desc, id desc fetch first :1 rows only

-- workflows.selectSnapshotsOfRun
select id, workflow_run_id, component_name, component_type, status, source_service, latency_ms, details, trace_id, observed_at from component_snapshots where workflow_run_id = :1 order by id fetch first :2 rows only

-- workflows.slowCountProbe
with digits as (select 0 as digit union all select 1 as digit union all select 2 as digit union all select 3 as digit union all select 4 as digit union all select 5 as digit union all select 6 as digit union all select 7 as digit union all select 8 as digit union all select 9 as digit) select count(*) as lines_counted from digits a cross join digits b cross join digits c cross join digits d cross join digits e cross join digits f cross join digits g cross join digits h cross join digits i cross join digits j cross join digits k cross join digits l
