import { glob, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { DefinedQuery } from './defined-queries.ts';

const refresh = 'refresh it with `npm test -- --update-golden`, then read the difference';

/** What the golden files of the domains have to say, by path: each query by its name, with the first of its texts. */
export function goldenOfDomains(
  queries: readonly DefinedQuery[],
  texts: ReadonlyMap<string, readonly string[]>,
): Map<string, string> {
  const domains = Map.groupBy(queries, (query) => query.domain);
  return new Map(
    [...domains].map(([domain, own]) => {
      const entries = own.map(({ queryName }) => ({ name: queryName, sql: `${texts.get(queryName)?.[0]}` }));
      return [`domains/${domain}/golden/oracle.sql`, goldenText(entries)];
    }),
  );
}

/** Statements in their order, under their names where they have any. */
export function goldenText(entries: readonly (string | { name: string; sql: string })[]): string {
  return entries
    .map((entry) => (typeof entry === 'string' ? `${entry}\n` : `-- ${entry.name}\n${entry.sql}\n`))
    .join('\n');
}

/** Golden files that are missing, say something else, or belong to nothing any more. */
export async function staleGolden(rootDir: string, golden: ReadonlyMap<string, string>): Promise<string[]> {
  const faults: string[] = [];
  for (const [path, text] of golden) {
    const kept = await readFile(join(rootDir, path), 'utf8').catch(() => undefined);
    if (kept === undefined) faults.push(`${path} is missing: ${refresh}`);
    else if (kept !== text) faults.push(`${path} is stale: ${refresh}\n${firstDifference(kept, text)}`);
  }
  for await (const path of glob('{domains/*,database,platform/database}/golden/*', { cwd: rootDir })) {
    if (!golden.has(path)) faults.push(`${path} belongs to nothing any more: delete it`);
  }
  return faults;
}

export async function writeGolden(rootDir: string, golden: ReadonlyMap<string, string>): Promise<void> {
  for (const [path, text] of golden) {
    await mkdir(dirname(join(rootDir, path)), { recursive: true });
    await writeFile(join(rootDir, path), text);
  }
}

function firstDifference(kept: string, now: string): string {
  const [before, after] = [kept.split('\n'), now.split('\n')];
  const line = after.findIndex((text, index) => text !== before[index]);
  const at = line === -1 ? after.length : line;
  return `      line ${at + 1}\n      - ${before[at] ?? ''}\n      + ${after[at] ?? ''}`;
}
