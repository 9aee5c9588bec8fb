import type { KyselyPlugin, PluginTransformQueryArgs, PluginTransformResultArgs } from 'kysely';
import { compileForOracle } from '../database/engines/oracle/compile.ts';
import { lintOracle } from '../database/engines/oracle/lint.ts';
import { keep } from './record-queries.ts';

/** What a test says to the database beside the queries of domains. */
const arrangedQueryName = 'tests.arranged';

// Lists of many lengths are many cursors, which is a matter of speed.
const isForTests = (complaint: string) => !complaint.startsWith('an IN list of');
const catalogueOfPostgres = /\b(?:pg_\w+|information_schema)\b/;

/** Lets a handle of a test run nothing but what both engines take, written by hand or not. Throws before it is run. */
export class CommonGround implements KyselyPlugin {
  transformQuery({ node }: PluginTransformQueryArgs) {
    const { sql } = compileForOracle(node);
    const foreign = catalogueOfPostgres.exec(sql)?.[0];
    const complaints = foreign ? [`${foreign} is of PostgreSQL alone`] : lintOracle(sql).filter(isForTests);
    if (complaints.length > 0) throw new Error(`not common ground: ${complaints.join('; ')}\n${sql}`);
    keep({ name: arrangedQueryName, sql });
    return node;
  }

  async transformResult({ result }: PluginTransformResultArgs) {
    return result;
  }
}
