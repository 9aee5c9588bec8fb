import type pg from 'pg';
import { insightRole, serviceRoles } from './grants.ts';

/** What `explain_statement` refuses with, beside what PostgreSQL itself says; platform/database/insight knows them. */
const explainRefusals = { unknown: 'OC404', cannotExplain: 'OC422' } as const;

/**
 * Makes the function through which the insight sees plans, as the owner of the tables: for a plan one must be allowed to run
 * the statement, and the insight may read no table. It takes the number of a statement, never a text; the statement is not run, and
 * what the planner complains of, which may quote data, stays inside. The planner may run functions that a statement names, here with
 * the owner's rights: so only what the services or those with these rights have run is planned, and nobody else's functions are. It
 * stands here and not in a migration, because it can only be made where pg_stat_statements is, and must be healed when that comes
 * later. Without the extension nothing is made.
 */
export async function ensureExplainStatement(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ schema: string; statistics: string }>(
    `select quote_ident(current_schema()) as schema, quote_ident(n.nspname) as statistics
     from pg_extension e join pg_namespace n on n.oid = e.extnamespace where e.extname = 'pg_stat_statements'`,
  );
  const [names] = rows;
  if (names) await client.query(explainStatementSql(names));
}

function explainStatementSql({ schema, statistics }: { schema: string; statistics: string }): string {
  const name = `${schema}.explain_statement(bigint)`;
  const trusted = serviceRoles.map((role) => `'${role}'`).join(', ');
  return `
create or replace function ${schema}.explain_statement(statement_id bigint) returns json
language plpgsql volatile strict security definer
set search_path = ${schema}, pg_temp
set lock_timeout = '1s'
as $$
declare
  statement text;
  is_known boolean;
  plan json;
  refusal text;
begin
  perform set_config('transaction_read_only', 'on', true);
  if not pg_has_role(current_user, 'pg_read_all_stats', 'usage') then
    raise insufficient_privilege using message = 'the owner of the tables may not read statistics';
  end if;
  select min(s.query) filter (where pg_has_role(s.userid, current_user, 'member') or r.rolname in (${trusted})), count(*) > 0
    into statement, is_known
    from ${statistics}.pg_stat_statements s join pg_database d on d.oid = s.dbid left join pg_roles r on r.oid = s.userid
    where s.queryid = statement_id and d.datname = current_database();
  if not is_known then
    raise exception using errcode = '${explainRefusals.unknown}', message = 'this statement is not remembered';
  end if;
  -- One statement that reads or changes rows. What turns tables to XML is the only thing that would read rows while it is planned.
  if statement is null or statement !~* '^\\s*(select|insert|update|delete|merge|with)\\M' or statement ~* '[;"]|_to_xml' then
    raise exception using errcode = '${explainRefusals.cannotExplain}', message = 'this statement has no plan to show';
  end if;
  begin
    -- A loop takes one statement only.
    for plan in execute 'explain (generic_plan, format json) ' || statement loop
      return plan;
    end loop;
  exception
    when lock_not_available then raise;
    when others then refusal := sqlstate;
  end;
  raise exception using errcode = '${explainRefusals.cannotExplain}',
    message = 'this statement cannot be planned by itself (' || refusal || ')';
end
$$;
revoke all on function ${name} from public;
do $$ begin
  if exists (select from pg_roles where rolname = '${insightRole}') then
    grant execute on function ${name} to ${insightRole};
  end if;
end $$`;
}
