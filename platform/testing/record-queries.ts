import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RootOperationNode } from 'kysely';
import { compileForOracle } from '../database/engines/oracle/compile.ts';
import { lintOracle } from '../database/engines/oracle/lint.ts';
import { readTestRunConfig } from './config.ts';

/** One text of a query, as Oracle would get it. */
export interface RecordedQuery {
  name: string;
  sql: string;
}

const recorded = new Map<string, RecordedQuery>();

/**
 * For `openDatabase({ onQuery })` in tests: compiles every query that runs for Oracle too, and fails the caller when it
 * cannot be, or breaks a rule of the common ground. What ran is kept for the judgement after all tests.
 */
export function recordQuery(name: string, node: RootOperationNode): void {
  const { sql } = compileForOracle(node);
  const key = `${name}\n${sql}`;
  if (recorded.has(key)) return;
  const complaints = lintOracle(sql);
  if (complaints.length > 0) throw new Error(`${name} is not common ground: ${complaints.join('; ')}\n${sql}`);
  if (recorded.size === 0) leaveAtExit();
  recorded.set(key, { name, sql });
}

function leaveAtExit(): void {
  const { runDir } = readTestRunConfig();
  if (runDir === undefined) return;
  process.on('exit', () =>
    writeFileSync(join(runDir, `queries-${process.pid}.json`), JSON.stringify([...recorded.values()])),
  );
}
