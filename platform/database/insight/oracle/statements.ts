import type { StatementOrder } from '../insight.ts';
import { type InsightStatement, ownModule } from '../statement.ts';
import { type NeededGrant, neededGrants, widerRole } from './needed-grants.ts';

// Dates of these views are of the server's clock, and say no zone.
const instant = (date: string) => `from_tz(cast(${date} as timestamp), to_char(systimestamp, 'TZH:TZM'))`;
const toRead = (...views: string[]) => `to read ${views.join(', ')} (or the role ${widerRole})`;

// V$SQLSTATS counts on where V$SQL forgot: only while both have counted the same is its load the beginning of the figures.
const firstLoaded = instant("to_date(c.first_loaded, 'YYYY-MM-DD/HH24:MI:SS')");

const totalsText = (order: string) => `
  select q.sql_id as statement_id, q.sql_fulltext as text, q.executions as calls, q.elapsed_time / 1000 as elapsed_ms,
    q.rows_processed as row_count, q.disk_reads as blocks_read, greatest(q.buffer_gets - q.disk_reads, 0) as blocks_hit,
    q.plan_hash_value as plan_hash, case when q.executions = c.executions then ${firstLoaded} end as since
  from v$sqlstats q join (
    select v.sql_id as sql_id, min(v.first_load_time) as first_loaded, sum(v.executions) as executions
    from v$sql v
    where v.parsing_schema_name = sys_context('USERENV', 'CURRENT_SCHEMA')
      and v.parsing_user_id <> to_number(sys_context('USERENV', 'SESSION_USERID')) and v.command_type in (2, 3, 6, 7, 189)
    group by v.sql_id
  ) c on c.sql_id = q.sql_id
  where q.executions > 0
  order by ${order} desc
  fetch first :1 rows only`;

const orders: Readonly<Record<StatementOrder, string>> = {
  time: 'q.elapsed_time',
  calls: 'q.executions',
  rows: 'q.rows_processed',
  reads: 'q.disk_reads',
  meanTime: 'q.elapsed_time / q.executions',
};

/** Queries and changes of rows of this schema that are still in the shared pool, whoever ran them but us. */
export function statementTotals(by: StatementOrder): InsightStatement {
  return { name: `statementTotals.${by}`, text: totalsText(orders[by]), needs: toRead('v$sqlstats', 'v$sql') };
}

const tags = `
    s.sid || ',' || s.serial# as session_id, s.username as user_name, s.module as module_name, s.action as action_name,
    s.client_identifier as client_identifier, s.status as status, s.state as wait_state, s.wait_class as wait_class,
    s.event as wait_event, s.sql_id as sql_id, b.sid || ',' || b.serial# as blocker,
    f.sid || ',' || f.serial# as final_blocker`;

// A session of another instance of the same database is told by no V$ view of this one.
const blockers = `
  left join v$session b on b.sid = s.blocking_session and s.blocking_session_status = 'VALID'
  left join v$session f on f.sid = s.final_blocking_session and s.final_blocking_session_status = 'VALID'`;

// Sessions of services and people, without those that the database keeps for itself, and without ours.
const sessionsOfOthers = `
  where s.type = 'USER' and s.status in ('ACTIVE', 'INACTIVE')
    and s.username in (select u.username from all_users u where u.oracle_maintained = 'N')
    and not (s.username = sys_context('USERENV', 'SESSION_USER') and s.module = '${ownModule}')`;

export const activeSessions: InsightStatement = {
  name: 'activeSessions',
  needs: toRead('v$session'),
  text: `
  select ${tags}
  from v$session s ${blockers} ${sessionsOfOthers}
    and s.status = 'ACTIVE' and (s.wait_class <> 'Idle' or s.state <> 'WAITING')
  order by s.sid
  fetch first :1 rows only`,
};

export const liveSessions: InsightStatement = {
  name: 'liveSessions',
  needs: toRead('v$session', 'v$transaction', 'v$sqlstats'),
  text: `
  select ${tags}, s.prev_sql_id as prev_sql_id, q.sql_text as text, s.taddr as transaction_address,
    ${instant('s.logon_time')} as connected_at, ${instant('t.start_date')} as transaction_started_at,
    ${instant('s.sql_exec_start')} as statement_started_at, s.machine as client
  from v$session s ${blockers}
  left join v$transaction t on t.addr = s.taddr
  left join v$sqlstats q on q.sql_id = coalesce(s.sql_id, s.prev_sql_id) ${sessionsOfOthers}
  order by s.status, case when s.taddr is null then 1 else 0 end, s.sid
  fetch first :1 rows only`,
};

/**
 * The plan by which it was last done. Rows of V$SQL_PLAN rather than the prose of DBMS_XPLAN: they never hold a bound value, and
 * want no right beyond one view.
 */
export const plan: InsightStatement = {
  name: 'plan',
  needs: toRead('v$sqlstats', 'v$sql_plan'),
  text: `
  select p.id as id, p.parent_id as parent_id, p.operation as operation, p.options as options, p.object_name as object_name,
    p.cost as cost, p.cardinality as row_count, p.access_predicates as access_predicates,
    p.filter_predicates as filter_predicates, p.plan_hash_value as plan_hash
  from v$sqlstats q join v$sql_plan p on p.sql_id = q.sql_id and p.child_address = q.last_active_child_address
  where q.sql_id = :1
  order by p.id
  fetch first 500 rows only`,
};

/** Whether a statement is remembered at all: its plan may have left before it. */
export const remembered: InsightStatement = {
  name: 'remembered',
  needs: toRead('v$sqlstats'),
  text: 'select q.sql_id as sql_id from v$sqlstats q where q.sql_id = :1',
};

/** Segments of the schema; long text counts to its table, partitions to the whole. */
export const sizes: InsightStatement = {
  name: 'sizes',
  needs: toRead('dba_segments', 'dba_indexes', 'dba_lobs', 'dba_tables'),
  text: `
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
  fetch first :1 rows only`,
};

/** Reads nothing, but is refused where the view may not be read. */
export function probe({ object, synonym }: NeededGrant): InsightStatement {
  return {
    name: `probe.${synonym}`,
    needs: `to read ${object}`,
    text: `select 1 as found from ${synonym} where 1 = 0`,
  };
}

/** Every text that Oracle gets from the insight. */
export const allStatements: readonly InsightStatement[] = [
  ...(['time', 'calls', 'rows', 'reads', 'meanTime'] as const).map(statementTotals),
  activeSessions,
  liveSessions,
  plan,
  remembered,
  sizes,
  ...neededGrants.map(probe),
];
