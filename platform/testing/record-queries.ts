import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RootOperationNode } from 'kysely';
import { bindable } from '../database/engines/oracle/binds.ts';
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
 * cannot be, breaks a rule of the common ground, or has a value that Oracle would not take. What ran is kept for the judgement after all tests.
 */
export function recordQuery(name: string, node: RootOperationNode, values: readonly unknown[]): void {
  const { sql } = compileForOracle(node);
  values.forEach(bindable);
  if (recorded.has(keyOf({ name, sql }))) return;
  const complaints = [...lintOracle(sql), ...lintReturning(node)];
  if (complaints.length > 0) throw new Error(`${name} is not common ground: ${complaints.join('; ')}\n${sql}`);
  keep({ name, sql });
}

/** Keeps a text for the judgement after all tests. */
export function keep(query: RecordedQuery): void {
  if (recorded.size === 0) leaveAtExit();
  recorded.set(keyOf(query), query);
}

function keyOf({ name, sql }: RecordedQuery): string {
  return `${name}\n${sql}`;
}

/** Both engines hand values back, each in its way; a query of a domain does without, since ids are made beforehand. */
function lintReturning(node: RootOperationNode): string[] {
  return 'returning' in node && node.returning ? ['RETURNING: make the id first, or read the row again'] : [];
}

function leaveAtExit(): void {
  const { runDir } = readTestRunConfig();
  if (runDir === undefined) return;
  process.on('exit', () =>
    writeFileSync(join(runDir, `queries-${process.pid}.json`), JSON.stringify([...recorded.values()])),
  );
}
