import { startEmbeddedPostgres } from '@octo/platform/embedded-postgres/start.ts';
import type { ToolsConfig } from '../config.ts';
import { platformPages } from '../start/platform-pages.ts';
import { services } from '../start/services.ts';
import { listenForStop } from '../start/signals.ts';
import { makeRunDir, type RunDir } from './run-dir.ts';
import { runFiles } from './run-files.ts';
import { needPages, type TestFiles } from './select-files.ts';
import { summaryLine, sumOf, type Tally } from './tally.ts';

export interface RunTestsOptions {
  readonly config: ToolsConfig;
  readonly files: TestFiles;
  /** Whether the checks over a whole run make sense: some ask that every query has been run. */
  readonly isComplete: boolean;
  /** Whether those checks write the golden files anew instead of comparing them. */
  readonly isUpdating?: boolean;
}

const unitConcurrency = 2;

/** Runs the tests against a database of their own and prints the sums as the last line. Returns the exit code. */
export async function runTests(options: RunTestsOptions): Promise<number> {
  const stop = listenForStop(() => process.exit(130));
  const { signal } = stop;
  const tallies = await runAll(options, signal).catch((error): Tally[] => {
    if (!signal.aborted) throw error;
    return [];
  });
  stop.dispose();
  const sum = sumOf(tallies);
  if (signal.aborted) say('Interrupted.');
  else if (sum.passed + sum.failed === 0) say('No test ran.');
  say(`\n${summaryLine(sum)}`);
  if (signal.aborted) return 130;
  return sum.failed > 0 || sum.passed === 0 ? 1 : 0;
}

async function runAll(
  { config, files, isComplete, isUpdating = false }: RunTestsOptions,
  signal: AbortSignal,
): Promise<Tally[]> {
  await using runDir = await makeRunDir();
  if (needPages(files)) await preparePages(config, signal);
  await using database = await openTestDatabase(config, runDir);
  const environment = testEnvironment(config, runDir, database.url);
  const common = { rootDir: config.rootDir, environment, signal, say };
  const tallies = await runFiles({ ...common, files: files.unit, concurrency: unitConcurrency });
  tallies.push(...(await runFiles({ ...common, files: files.serial, concurrency: 1 })));
  if (isComplete && !signal.aborted) tallies.push(await checkWholeRun(runDir.recordsDir, isUpdating));
  return tallies;
}

async function openTestDatabase(
  { testDatabaseUrl }: ToolsConfig,
  { databaseDir }: RunDir,
): Promise<{ url: string } & AsyncDisposable> {
  if (testDatabaseUrl) return { url: testDatabaseUrl, [Symbol.asyncDispose]: async () => undefined };
  return startEmbeddedPostgres({ dataDir: databaseDir, password: 'tests', durable: false });
}

/** Once for the whole run: what does not build is said here, and not by the first journey. */
async function preparePages(config: ToolsConfig, signal: AbortSignal): Promise<void> {
  await platformPages({ config, services, say }).build(signal);
}

// Settings of the person's shell must not change what a test sees of the database.
function testEnvironment(
  { environment }: ToolsConfig,
  runDir: RunDir,
  databaseUrl: string,
): Record<string, string | undefined> {
  const { DATABASE_URL: _, DATABASE_OWNER_URL: __, ...rest } = environment;
  return {
    ...rest,
    TEST_DATABASE_URL: databaseUrl,
    OCTO_TEST_RUN_DIR: runDir.recordsDir,
    TMPDIR: runDir.tempDir,
  };
}

async function checkWholeRun(recordsDir: string, isUpdating: boolean): Promise<Tally> {
  // It loads every domain, which a run of a few files has no use for.
  const { afterAll } = await import('../../tests/after-all.ts');
  const problems = await afterAll(recordsDir, { isUpdating });
  say(`${problems.length > 0 ? '✗' : '✓'} the run as a whole`);
  for (const problem of problems) say(`\n  ✗ ${problem}\n`);
  return { passed: problems.length === 0 ? 1 : 0, failed: problems.length, skipped: 0 };
}

function say(line: string): void {
  console.log(line);
}
