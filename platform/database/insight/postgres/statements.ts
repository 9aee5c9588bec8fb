import type { StatementOrder } from '../insight.ts';
import type { InsightStatement } from '../statement.ts';

const statistics =
  'the extension pg_stat_statements (1.11 or newer) in this database, and the role pg_monitor (or pg_read_all_stats)';

// What another role's row shows to somebody without the right to see it has no queryid: such rows come along, to be noticed.
const totalsText = (order: string) => `
  select s.queryid::text as statement_id, min(s.query) as text, sum(s.calls)::bigint as calls,
    sum(s.total_exec_time) as elapsed_ms, sum(s.rows)::bigint as row_count,
    sum(s.shared_blks_read)::bigint as blocks_read, sum(s.shared_blks_hit)::bigint as blocks_hit,
    min(s.stats_since) as since
  from pg_stat_statements s
  where s.dbid = (select d.oid from pg_database d where d.datname = current_database())
    and s.userid <> (select r.oid from pg_roles r where r.rolname = current_user)
    and (s.queryid is null or s.query ~* '^\\s*(select|insert|update|delete|merge|with|values)\\M')
  group by s.queryid
  order by s.queryid is null desc, ${order} desc
  fetch first $1 rows only`;

const orders: Readonly<Record<StatementOrder, string>> = {
  time: 'elapsed_ms',
  calls: 'calls',
  rows: 'row_count',
  reads: 'blocks_read',
  // Where planning is counted, too, a statement may have been planned and never done.
  meanTime: 'sum(s.total_exec_time) / greatest(sum(s.calls), 1)',
};

/** The statements of this database by what they came to, whoever ran them; a session and a transaction cost nothing here. */
export function statementTotals(by: StatementOrder): InsightStatement {
  return { name: `statementTotals.${by}`, text: totalsText(orders[by]), needs: statistics };
}

/**
 * Every session of this database but our own. What an idle one did last is told unless its statement is among those of $1:
 * texts are long, and most are known. Who blocks whom is costly to ask, and asked only of those that wait for a lock.
 */
export const sessions: InsightStatement = {
  name: 'sessions',
  needs: 'the role pg_monitor (or pg_read_all_stats)',
  text: `
  select a.backend_type is null as is_hidden, a.pid, a.application_name, a.usename, a.state, a.wait_event_type, a.wait_event, a.query_id::text as statement_id,
    case when a.state <> 'idle' or a.query_id is null or a.query_id <> all ($1::bigint[]) then a.query end as text,
    octet_length(a.query) < pg_size_bytes(current_setting('track_activity_query_size')) - 1 as is_whole,
    case when a.wait_event_type = 'Lock' then pg_blocking_pids(a.pid) end as blockers,
    a.backend_start, a.xact_start, a.query_start, coalesce(a.client_hostname, host(a.client_addr)) as client
  from pg_stat_activity a
  where a.datname = current_database() and coalesce(a.backend_type, 'client backend') in ('client backend', 'parallel worker')
    and not (a.application_name = current_setting('application_name') and a.usename = session_user)
  order by a.backend_type is null desc, a.state = 'active' desc, a.wait_event_type = 'Lock' desc, a.state = 'idle', a.pid
  fetch first $2 rows only`,
};

/** The plan comes from a function of the tables' owner, who alone may see one; it takes no text. */
export const plan: InsightStatement = {
  name: 'plan',
  needs:
    'the function explain_statement(bigint), which npm start or npm run db:migrate makes where pg_stat_statements is, and its owner the role pg_read_all_stats',
  text: 'select explain_statement($1::bigint) as plan',
};

/** Tables with what is stored beside them, but without their indexes, which stand for themselves. */
export const sizes: InsightStatement = {
  name: 'sizes',
  needs: 'to be let into this database',
  text: `
  select c.relname as name, case when i.indrelid is null then 'table' else 'index' end as kind,
    coalesce(t.relname, c.relname) as table_name, pg_table_size(c.oid) as bytes,
    case when c.reltuples >= 0 then c.reltuples end as row_count
  from pg_class c left join pg_index i on i.indexrelid = c.oid left join pg_class t on t.oid = i.indrelid
  where c.relkind in ('r', 'm', 'i') and c.relnamespace not in ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)
    and c.relpersistence <> 't' and coalesce(t.relnamespace, c.relnamespace) <> 'pg_toast'::regnamespace
  order by bytes desc, c.relname
  fetch first $1 rows only`,
};

/** What of all that is there. */
export const rights: InsightStatement = {
  name: 'rights',
  needs: 'to be let into this database',
  text: `
  select pg_has_role(current_user, 'pg_read_all_stats', 'usage') as may_see_sessions,
    (select e.extversion from pg_extension e where e.extname = 'pg_stat_statements') as extension_version,
    (select g.setting like '%pg_stat_statements%' from pg_settings g where g.name = 'shared_preload_libraries') as is_loaded,
    coalesce(has_function_privilege(to_regprocedure('explain_statement(bigint)'), 'execute'), false) as may_explain,
    (select pg_has_role(p.proowner, 'pg_read_all_stats', 'usage') from pg_proc p
      where p.oid = to_regprocedure('explain_statement(bigint)')) as owner_may_see,
    current_user as role_name`,
};
