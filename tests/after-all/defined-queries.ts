import { glob } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { pathToFileURL } from 'node:url';

export interface DefinedQuery {
  readonly domain: string;
  readonly exportName: string;
  readonly queryName: string;
}

/** Every query that a domain exports. */
export async function findQueries(rootDir: string): Promise<DefinedQuery[]> {
  const queries: DefinedQuery[] = [];
  for await (const path of glob('domains/**/queries.ts', { cwd: rootDir })) {
    const domain = path.split(sep)[1] ?? '';
    const exports: Record<string, unknown> = await import(pathToFileURL(join(rootDir, path)).href);
    for (const [exportName, value] of Object.entries(exports)) {
      if (isQuery(value)) queries.push({ domain, exportName, queryName: value.queryName });
    }
  }
  return queries.sort((a, b) => (a.queryName < b.queryName ? -1 : 1));
}

/** Names that are not unique or not those of their function, and queries that no test has run. */
export function faultsOfQueries(queries: readonly DefinedQuery[], ran: ReadonlySet<string>): string[] {
  if (queries.length === 0) return ['no query of a domain was found'];
  const names = queries.map((query) => query.queryName);
  const twice = new Set(names.filter((name, index) => names.indexOf(name) !== index));
  const misnamed = queries.filter((query) => query.queryName !== `${query.domain}.${query.exportName}`);
  const untested = queries.filter((query) => !ran.has(query.queryName));
  return [
    ...[...twice].map((name) => `two queries are called ${name}`),
    ...misnamed.map(
      ({ domain, exportName, queryName }) => `the query ${domain}.${exportName} calls itself ${queryName}`,
    ),
    ...untested.map(({ queryName }) => `no test has run the query ${queryName}`),
  ];
}

function isQuery(value: unknown): value is { queryName: string } {
  return typeof value === 'function' && 'queryName' in value && typeof value.queryName === 'string';
}
