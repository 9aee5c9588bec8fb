import { join } from 'node:path';
import { testRoleDir } from '@octo/database/testing/test-database.ts';
import { faultsOfGrammar } from '../../tests/after-all/oracle-statements.ts';
import { readRecordedQueries } from '../../tests/after-all/recorded-queries.ts';
import { type ConformanceFile, conformanceFiles } from '../../tests/conformance/selection.ts';
import { announce, type OwnedDatabase, shareOnPostgres } from '../../tests/conformance/share-database.ts';
import { shareOnOracle } from '../../tests/conformance/share-on-oracle.ts';
import type { ToolsConfig } from '../config.ts';
import { readAdministrator } from '../oracle-prepare/config.ts';
import { judged, reportRun, say } from './report-run.ts';
import { makeRunDir, type RunDir } from './run-dir.ts';
import { runFiles } from './run-files.ts';
import { listTestFiles, selectFiles } from './select-files.ts';
import type { Tally } from './tally.ts';
import { openTestServer, testEnvironment } from './test-server.ts';

export interface ConformanceOptions {
  readonly config: ToolsConfig;
  /** Folders, files or parts of paths; without any, the whole suite. */
  readonly selections: readonly string[];
  /** Runs the suite as it would run on Oracle, on a PostgreSQL. */
  readonly isOnPostgres: boolean;
}

const needed = `npm run test:oracle needs an Oracle database to make users in: set ORACLE_DSN, ORACLE_ADMIN_PASSWORD and, where it wants one, \
ORACLE_WALLET_DIR; or add "-- --on-postgres" to run the same suite on a PostgreSQL.`;

/** Runs what must hold on either engine, one file at a time on one database. Returns the exit code. */
export async function runConformance({ config, selections, isOnPostgres }: ConformanceOptions): Promise<number> {
  if (!isOnPostgres && config.oracleDsn === undefined) {
    console.error(needed);
    return 2;
  }
  const admin = isOnPostgres ? undefined : readAdministrator(config.environment);
  const files = conformanceFiles(selectFiles(await listTestFiles(config.rootDir), selections).unit);
  return reportRun(async (signal) => {
    await using runDir = await makeRunDir();
    if (admin) {
      await using database = await shareOnOracle({ admin, dir: runDir.tempDir, say });
      return await runSuite(config, { runDir, database, files, signal });
    }
    await using server = await openTestServer(config, runDir);
    // The roles of a server that others use, too, have their passwords already.
    const roleDir = config.testDatabaseUrl ? testRoleDir(server.url) : join(runDir.tempDir, 'roles');
    await using database = await shareOnPostgres({ url: server.url, roleDir });
    return await runSuite(config, { runDir, database, files, signal });
  });
}

interface Suite {
  readonly runDir: RunDir;
  readonly database: OwnedDatabase;
  readonly files: readonly ConformanceFile[];
  readonly signal: AbortSignal;
}

async function runSuite(config: ToolsConfig, { runDir, database, files, signal }: Suite): Promise<Tally[]> {
  const sharedFile = join(runDir.tempDir, 'shared-database.json');
  await announce(database, sharedFile);
  const environment = testEnvironment(config, runDir, { OCTO_TEST_SHARED_DATABASE: sharedFile });
  const common = { rootDir: config.rootDir, environment, signal, say, concurrency: 1 };
  const whole = files.filter(({ without }) => without.length === 0);
  const tallies = await runFiles({ ...common, files: whole.map(({ file }) => file) });
  for (const { file, without } of files.filter((each) => each.without.length > 0)) {
    tallies.push(...(await runFiles({ ...common, files: [file], without })));
  }
  if (!signal.aborted) tallies.push(await judgeStatements(config.rootDir, runDir.recordsDir));
  return tallies;
}

/** Whatever ran, was it a query of a domain or said by a test to arrange and to look. */
async function judgeStatements(rootDir: string, recordsDir: string): Promise<Tally> {
  const texts = [...(await readRecordedQueries(recordsDir)).values()].flat();
  return judged('every statement, as Oracle would read it', await faultsOfGrammar(rootDir, texts));
}
