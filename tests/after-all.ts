import { join } from 'node:path';
import { faultsOfQueries, findQueries } from './after-all/defined-queries.ts';
import { goldenTexts, staleGolden, writeGolden } from './after-all/golden-files.ts';
import { faultsOfStatements, migrationStatements } from './after-all/oracle-statements.ts';
import { readRecordedQueries } from './after-all/recorded-queries.ts';

const rootDir = join(import.meta.dirname, '..');

/**
 * What can be judged only when all tests have run: that each query was run, that the texts it has on Oracle are those
 * that lie in the golden files, and that Oracle's grammar takes them. Returns what is wrong.
 */
export async function afterAll(dir: string, { isUpdating = false } = {}): Promise<string[]> {
  const texts = await readRecordedQueries(dir);
  const queries = await findQueries(rootDir);
  const faults = faultsOfQueries(queries, new Set(texts.keys()));
  // A golden file without a query that did not run would be told to be stale, which is not what is wrong.
  if (faults.length > 0) return faults;
  const golden = goldenTexts(queries, texts, migrationStatements());
  if (isUpdating) await writeGolden(rootDir, golden);
  const statements = [...queries.flatMap((query) => texts.get(query.queryName) ?? []), ...migrationStatements()];
  return [...(await staleGolden(rootDir, golden)), ...(await faultsOfStatements(rootDir, statements))];
}
