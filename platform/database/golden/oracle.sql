-- ids.next
select business_ids.nextval as first_id from dual

-- introspector.getSchemas
select username from all_users where oracle_maintained = 'N' order by username

-- introspector.getTables
select c.owner, c.table_name, v.view_name, c.column_name, c.data_type, c.nullable, c.default_length, c.identity_column, t.comments from all_tab_columns c left join all_views v on v.owner = c.owner and v.view_name = c.table_name left join all_col_comments t on t.owner = c.owner and t.table_name = c.table_name and t.column_name = c.column_name where c.owner in (select username from all_users where oracle_maintained = 'N') order by c.owner, c.table_name, c.column_id

-- transaction.serializable
set transaction isolation level serializable

-- transaction.readOnly
set transaction read only

-- transaction.savepoint
savepoint before_it

-- transaction.savepoint 2
rollback to savepoint before_it

-- delay-query.wait
call dbms_session.sleep(:1)

-- span-check.proof
select 1 as proof

-- insight.statementTotals.time

  select q.sql_id as statement_id, q.sql_fulltext as text, q.executions as calls, q.elapsed_time / 1000 as elapsed_ms,
    q.rows_processed as row_count, q.disk_reads as blocks_read, greatest(q.buffer_gets - q.disk_reads, 0) as blocks_hit,
    q.plan_hash_value as plan_hash, case when q.executions = c.executions then from_tz(cast(to_date(c.first_loaded, 'YYYY-MM-DD/HH24:MI:SS') as timestamp), to_char(systimestamp, 'TZH:TZM')) end as since
  from v$sqlstats q join (
    select v.sql_id as sql_id, min(v.first_load_time) as first_loaded, sum(v.executions) as executions
    from v$sql v
    where v.parsing_schema_name = sys_context('USERENV', 'CURRENT_SCHEMA')
      and v.parsing_user_id <> to_number(sys_context('USERENV', 'SESSION_USERID')) and v.command_type in (2, 3, 6, 7, 189)
    group by v.sql_id
  ) c on c.sql_id = q.sql_id
  where q.executions > 0
  order by q.elapsed_time desc
  fetch first :1 rows only

-- insight.statementTotals.calls

  select q.sql_id as statement_id, q.sql_fulltext as text, q.executions as calls, q.elapsed_time / 1000 as elapsed_ms,
    q.rows_processed as row_count, q.disk_reads as blocks_read, greatest(q.buffer_gets - q.disk_reads, 0) as blocks_hit,
    q.plan_hash_value as plan_hash, case when q.executions = c.executions then from_tz(cast(to_date(c.first_loaded, 'YYYY-MM-DD/HH24:MI:SS') as timestamp), to_char(systimestamp, 'TZH:TZM')) end as since
  from v$sqlstats q join (
    select v.sql_id as sql_id, min(v.first_load_time) as first_loaded, sum(v.executions) as executions
    from v$sql v
    where v.parsing_schema_name = sys_context('USERENV', 'CURRENT_SCHEMA')
      and v.parsing_user_id <> to_number(sys_context('USERENV', 'SESSION_USERID')) and v.command_type in (2, 3, 6, 7, 189)
    group by v.sql_id
  ) c on c.sql_id = q.sql_id
  where q.executions > 0
  order by q.executions desc
  fetch first :1 rows only

-- insight.statementTotals.rows

  select q.sql_id as statement_id, q.sql_fulltext as text, q.executions as calls, q.elapsed_time / 1000 as elapsed_ms,
    q.rows_processed as row_count, q.disk_reads as blocks_read, greatest(q.buffer_gets - q.disk_reads, 0) as blocks_hit,
    q.plan_hash_value as plan_hash, case when q.executions = c.executions then from_tz(cast(to_date(c.first_loaded, 'YYYY-MM-DD/HH24:MI:SS') as timestamp), to_char(systimestamp, 'TZH:TZM')) end as since
  from v$sqlstats q join (
    select v.sql_id as sql_id, min(v.first_load_time) as first_loaded, sum(v.executions) as executions
    from v$sql v
    where v.parsing_schema_name = sys_context('USERENV', 'CURRENT_SCHEMA')
      and v.parsing_user_id <> to_number(sys_context('USERENV', 'SESSION_USERID')) and v.command_type in (2, 3, 6, 7, 189)
    group by v.sql_id
  ) c on c.sql_id = q.sql_id
  where q.executions > 0
  order by q.rows_processed desc
  fetch first :1 rows only

-- insight.statementTotals.reads

  select q.sql_id as statement_id, q.sql_fulltext as text, q.executions as calls, q.elapsed_time / 1000 as elapsed_ms,
    q.rows_processed as row_count, q.disk_reads as blocks_read, greatest(q.buffer_gets - q.disk_reads, 0) as blocks_hit,
    q.plan_hash_value as plan_hash, case when q.executions = c.executions then from_tz(cast(to_date(c.first_loaded, 'YYYY-MM-DD/HH24:MI:SS') as timestamp), to_char(systimestamp, 'TZH:TZM')) end as since
  from v$sqlstats q join (
    select v.sql_id as sql_id, min(v.first_load_time) as first_loaded, sum(v.executions) as executions
    from v$sql v
    where v.parsing_schema_name = sys_context('USERENV', 'CURRENT_SCHEMA')
      and v.parsing_user_id <> to_number(sys_context('USERENV', 'SESSION_USERID')) and v.command_type in (2, 3, 6, 7, 189)
    group by v.sql_id
  ) c on c.sql_id = q.sql_id
  where q.executions > 0
  order by q.disk_reads desc
  fetch first :1 rows only

-- insight.statementTotals.meanTime

  select q.sql_id as statement_id, q.sql_fulltext as text, q.executions as calls, q.elapsed_time / 1000 as elapsed_ms,
    q.rows_processed as row_count, q.disk_reads as blocks_read, greatest(q.buffer_gets - q.disk_reads, 0) as blocks_hit,
    q.plan_hash_value as plan_hash, case when q.executions = c.executions then from_tz(cast(to_date(c.first_loaded, 'YYYY-MM-DD/HH24:MI:SS') as timestamp), to_char(systimestamp, 'TZH:TZM')) end as since
  from v$sqlstats q join (
    select v.sql_id as sql_id, min(v.first_load_time) as first_loaded, sum(v.executions) as executions
    from v$sql v
    where v.parsing_schema_name = sys_context('USERENV', 'CURRENT_SCHEMA')
      and v.parsing_user_id <> to_number(sys_context('USERENV', 'SESSION_USERID')) and v.command_type in (2, 3, 6, 7, 189)
    group by v.sql_id
  ) c on c.sql_id = q.sql_id
  where q.executions > 0
  order by q.elapsed_time / q.executions desc
  fetch first :1 rows only

-- insight.activeSessions

  select 
    s.sid || ',' || s.serial# as session_id, s.username as user_name, s.module as module_name, s.action as action_name,
    s.client_identifier as client_identifier, s.status as status, s.state as wait_state, s.wait_class as wait_class,
    s.event as wait_event, s.sql_id as sql_id, b.sid || ',' || b.serial# as blocker,
    f.sid || ',' || f.serial# as final_blocker
  from v$session s 
  left join v$session b on b.sid = s.blocking_session and s.blocking_session_status = 'VALID'
  left join v$session f on f.sid = s.final_blocking_session and s.final_blocking_session_status = 'VALID' 
  where s.type = 'USER' and s.status in ('ACTIVE', 'INACTIVE')
    and s.username in (select u.username from all_users u where u.oracle_maintained = 'N')
    and not (s.username = sys_context('USERENV', 'SESSION_USER') and s.module = 'octo-insight')
    and s.status = 'ACTIVE' and (s.wait_class <> 'Idle' or s.state <> 'WAITING')
  order by s.sid
  fetch first :1 rows only

-- insight.liveSessions

  select 
    s.sid || ',' || s.serial# as session_id, s.username as user_name, s.module as module_name, s.action as action_name,
    s.client_identifier as client_identifier, s.status as status, s.state as wait_state, s.wait_class as wait_class,
    s.event as wait_event, s.sql_id as sql_id, b.sid || ',' || b.serial# as blocker,
    f.sid || ',' || f.serial# as final_blocker, s.prev_sql_id as prev_sql_id, q.sql_text as text, s.taddr as transaction_address,
    from_tz(cast(s.logon_time as timestamp), to_char(systimestamp, 'TZH:TZM')) as connected_at, from_tz(cast(t.start_date as timestamp), to_char(systimestamp, 'TZH:TZM')) as transaction_started_at,
    from_tz(cast(s.sql_exec_start as timestamp), to_char(systimestamp, 'TZH:TZM')) as statement_started_at, s.machine as client
  from v$session s 
  left join v$session b on b.sid = s.blocking_session and s.blocking_session_status = 'VALID'
  left join v$session f on f.sid = s.final_blocking_session and s.final_blocking_session_status = 'VALID'
  left join v$transaction t on t.addr = s.taddr
  left join v$sqlstats q on q.sql_id = coalesce(s.sql_id, s.prev_sql_id) 
  where s.type = 'USER' and s.status in ('ACTIVE', 'INACTIVE')
    and s.username in (select u.username from all_users u where u.oracle_maintained = 'N')
    and not (s.username = sys_context('USERENV', 'SESSION_USER') and s.module = 'octo-insight')
  order by s.status, case when s.taddr is null then 1 else 0 end, s.sid
  fetch first :1 rows only

-- insight.plan

  select p.id as id, p.parent_id as parent_id, p.operation as operation, p.options as options, p.object_name as object_name,
    p.cost as cost, p.cardinality as row_count, p.access_predicates as access_predicates,
    p.filter_predicates as filter_predicates, p.plan_hash_value as plan_hash
  from v$sqlstats q join v$sql_plan p on p.sql_id = q.sql_id and p.child_address = q.last_active_child_address
  where q.sql_id = :1
  order by p.id
  fetch first 500 rows only

-- insight.remembered
select q.sql_id as sql_id from v$sqlstats q where q.sql_id = :1

-- insight.sizes

  select coalesce(i.index_name, l.table_name, s.segment_name) as segment,
    case when i.index_name is null then 'table' else 'index' end as kind,
    coalesce(i.table_name, l.table_name, s.segment_name) as table_name, sum(s.bytes) as bytes,
    max(coalesce(i.num_rows, t.num_rows)) as row_count
  from dba_segments s
  left join dba_indexes i on i.owner = s.owner and i.index_name = s.segment_name and i.index_type <> 'LOB'
  left join dba_lobs l on l.owner = s.owner and s.segment_name in (l.segment_name, l.index_name)
  left join dba_tables t on t.owner = s.owner and t.table_name = coalesce(l.table_name, s.segment_name)
  where s.owner = sys_context('USERENV', 'CURRENT_SCHEMA') and s.segment_name not like 'BIN$%'
  group by coalesce(i.index_name, l.table_name, s.segment_name),
    case when i.index_name is null then 'table' else 'index' end, coalesce(i.table_name, l.table_name, s.segment_name)
  order by sum(s.bytes) desc
  fetch first :1 rows only

-- insight.probe.v$session
select 1 as found from v$session where 1 = 0

-- insight.probe.v$transaction
select 1 as found from v$transaction where 1 = 0

-- insight.probe.v$sqlstats
select 1 as found from v$sqlstats where 1 = 0

-- insight.probe.v$sql
select 1 as found from v$sql where 1 = 0

-- insight.probe.v$sql_plan
select 1 as found from v$sql_plan where 1 = 0

-- insight.probe.dba_segments
select 1 as found from dba_segments where 1 = 0

-- insight.probe.dba_indexes
select 1 as found from dba_indexes where 1 = 0

-- insight.probe.dba_lobs
select 1 as found from dba_lobs where 1 = 0

-- insight.probe.dba_tables
select 1 as found from dba_tables where 1 = 0
