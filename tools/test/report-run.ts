import { listenForStop } from '../start/signals.ts';
import { summaryLine, sumOf, type Tally } from './tally.ts';

/** Does a run that Ctrl-C ends, and prints its sums as the last line. Returns the exit code. */
export async function reportRun(run: (signal: AbortSignal) => Promise<Tally[]>): Promise<number> {
  const stop = listenForStop(() => process.exit(130));
  const { signal } = stop;
  const tallies = await run(signal).catch((error): Tally[] => {
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

/** A check over a whole run, counted as one test. */
export function judged(title: string, problems: readonly string[]): Tally {
  say(`${problems.length > 0 ? '✗' : '✓'} ${title}`);
  for (const problem of problems) say(`\n  ✗ ${problem}\n`);
  return { passed: problems.length === 0 ? 1 : 0, failed: problems.length, skipped: 0 };
}

export function say(line: string): void {
  console.log(line);
}
