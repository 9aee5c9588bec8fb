import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RecordedQuery } from '@octo/platform/testing/record-queries.ts';

/** What all processes of a run left: every text that Oracle would have got, by the name of its query. */
export async function readRecordedQueries(dir: string): Promise<Map<string, string[]>> {
  const texts = new Map<string, Set<string>>();
  for await (const file of glob('queries-*.json', { cwd: dir })) {
    for (const { name, sql } of asRecords(JSON.parse(await readFile(join(dir, file), 'utf8')))) {
      const known = texts.get(name) ?? new Set();
      texts.set(name, known.add(sql));
    }
  }
  return new Map([...texts].map(([name, known]) => [name, [...known].sort(shortestFirst)]));
}

/** Of the texts a query has for lists of several lengths, the golden file keeps the first of these. */
function shortestFirst(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : 1);
}

/** Written by record-queries.ts. */
function asRecords(json: unknown): RecordedQuery[] {
  return json as RecordedQuery[];
}
