import type { ToolsConfig } from '../config.ts';
import { platformPages } from '../start/platform-pages.ts';
import { services } from '../start/services.ts';
import { failedTests, slowestFiles } from './last-lines.ts';
import { judged, reportRun, say } from './report-run.ts';
import { makeRunDir } from './run-dir.ts';
import { type RunFilesOptions, runFiles } from './run-files.ts';
import { needPages, type TestFiles } from './select-files.ts';
import type { Tally } from './tally.ts';
import { openTestServer, testEnvironment } from './test-server.ts';

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
export function runTests(options: RunTestsOptions): Promise<number> {
  return reportRun((signal) => runAll(options, signal));
}

async function runAll(
  { config, files, isComplete, isUpdating = false }: RunTestsOptions,
  signal: AbortSignal,
): Promise<Tally[]> {
  await using runDir = await makeRunDir();
  if (needPages(files)) await preparePages(config, signal);
  await using database = await openTestServer(config, runDir);
  const environment = testEnvironment(config, runDir, { TEST_DATABASE_URL: database.url });
  const took = new Map<string, number>();
  const failed: string[] = [];
  const onDone: RunFilesOptions['onDone'] = (file, { tookMs, failures }) => {
    took.set(file, tookMs);
    failed.push(...failures.map((failure) => `${file}: ${failure}`));
  };
  const common = { rootDir: config.rootDir, environment, signal, say, onDone };
  const tallies = await runFiles({ ...common, files: files.unit, concurrency: unitConcurrency });
  const lanes = files.lanes.map((lane) => runFiles({ ...common, files: lane, concurrency: 1 }));
  tallies.push(...(await Promise.all(lanes)).flat());
  for (const line of [...slowestFiles(took), ...failedTests(failed)]) say(line);
  if (isComplete && !signal.aborted) tallies.push(await checkWholeRun(runDir.recordsDir, isUpdating));
  return tallies;
}

/** Once for the whole run: what does not build is said here, and not by the first journey. */
async function preparePages(config: ToolsConfig, signal: AbortSignal): Promise<void> {
  await platformPages({ config, services, say }).build(signal);
}

async function checkWholeRun(recordsDir: string, isUpdating: boolean): Promise<Tally> {
  // It loads every domain, which a run of a few files has no use for.
  const { afterAll } = await import('../../tests/after-all.ts');
  return judged('the run as a whole', await afterAll(recordsDir, { isUpdating }));
}
