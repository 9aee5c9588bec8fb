import { inspect } from 'node:util';

export interface Tally {
  passed: number;
  failed: number;
  skipped: number;
}

/** What the runner says about a test, a suite or a whole file that came to its end. */
export interface Completed {
  readonly name: string;
  readonly line?: number | undefined;
  readonly isFile: boolean;
  readonly isSuite: boolean;
  readonly isSkipped: boolean;
  readonly error?: Error | undefined;
}

export interface FileResult {
  readonly tally: Tally;
  readonly failures: readonly string[];
}

export const noTests = 'holds no test';

/** Counts tests, not suites. A file fails by itself when it breaks outside its tests, or has none. */
export function addUp(events: readonly Completed[]): FileResult {
  const tally: Tally = { passed: 0, failed: 0, skipped: 0 };
  const failures: string[] = [];
  for (const event of events) {
    const hasOwnError = event.error !== undefined && !isEcho(event.error);
    if (hasOwnError) failures.push(describe(event));
    if (event.isFile || event.isSuite) tally.failed += hasOwnError ? 1 : 0;
    else if (event.isSkipped) tally.skipped += 1;
    else if (event.error) tally.failed += 1;
    else tally.passed += 1;
  }
  if (events.every((event) => event.isFile || event.isSuite) && tally.failed === 0) {
    tally.failed += 1;
    failures.push(noTests);
  }
  return { tally, failures };
}

// A parent reports once more that something inside it failed.
function isEcho(error: Error): boolean {
  return 'failureType' in error && error.failureType === 'subtestsFailed';
}

function describe({ name, line, isFile, error }: Completed): string {
  const cause = error?.cause ?? error;
  const title = isFile ? 'the file itself' : `${name}${line === undefined ? '' : ` (line ${line})`}`;
  const text = cause instanceof Error ? inspect(cause, { colors: false, depth: 4 }) : String(cause);
  return `${title}${endOf(error)}\n${text.replace(/^/gm, '    ')}`;
}

/** How a process ended that did not end well. */
function endOf(error: Error | undefined): string {
  if (error === undefined || !('exitCode' in error)) return '';
  return 'signal' in error && error.signal ? `, ended by ${error.signal}` : `, exit code ${error.exitCode}`;
}

export function sumOf(tallies: readonly Tally[]): Tally {
  const sum: Tally = { passed: 0, failed: 0, skipped: 0 };
  for (const tally of tallies) {
    sum.passed += tally.passed;
    sum.failed += tally.failed;
    sum.skipped += tally.skipped;
  }
  return sum;
}

export function summaryLine({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
