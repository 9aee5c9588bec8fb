import { join } from 'node:path';
import { prepareScript } from '@octo/database/oracle/script.ts';
import { faultsOfQueries, findQueries } from './after-all/defined-queries.ts';
import { goldenOfDomains, goldenText, staleGolden, writeGolden } from './after-all/golden-files.ts';
import { faultsOfAll, migrationStatements } from './after-all/oracle-statements.ts';
import { administrationStatements, platformStatements } from './after-all/platform-statements.ts';
import { readRecordedQueries } from './after-all/recorded-queries.ts';

const rootDir = join(import.meta.dirname, '..');

/**
 * What can be judged only when all tests have run: that each query was run, that all that Oracle is sent is what lies in the
 * golden files, and that Oracle's grammar takes it. Returns what is wrong.
 */
export async function afterAll(dir: string, { isUpdating = false } = {}): Promise<string[]> {
  const texts = await readRecordedQueries(dir);
  const queries = await findQueries(rootDir);
  const faults = faultsOfQueries(queries, new Set(texts.keys()));
  // A golden file without a query that did not run would be told to be stale, which is not what is wrong.
  if (faults.length > 0) return faults;
  const platform = await platformStatements();
  const golden = goldenOfDomains(queries, texts)
    .set('database/golden/oracle.sql', goldenText(migrationStatements()))
    .set('database/golden/oracle-prepare.sql', prepareScript())
    .set('database/golden/oracle-administration.sql', goldenText(administrationStatements()))
    .set('platform/database/golden/oracle.sql', goldenText(platform));
  if (isUpdating) await writeGolden(rootDir, golden);
  const statements = [
    ...queries.flatMap((query) => texts.get(query.queryName) ?? []),
    ...migrationStatements(),
    ...administrationStatements(),
    ...platform.map(({ sql }) => sql),
  ];
  return [...(await staleGolden(rootDir, golden)), ...(await faultsOfAll(rootDir, statements))];
}
