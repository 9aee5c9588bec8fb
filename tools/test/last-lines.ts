/** The files that took longest, for who wants the next run to be shorter; nothing where every file can be seen at a glance. */
export function slowestFiles(tookMs: ReadonlyMap<string, number>, most = 10): string[] {
  if (tookMs.size <= most) return [];
  const slowest = [...tookMs].sort(([, one], [, other]) => other - one).slice(0, most);
  return ['\nThe slowest:', ...slowest.map(([file, ms]) => `${(ms / 1000).toFixed(1).padStart(7)} s  ${file}`)];
}

/** What failed, told once more, in short: of a long run, the end is what one sees, and at times all that was kept. */
export function failedTests(failures: readonly string[]): string[] {
  if (failures.length === 0) return [];
  return ['\nWhat failed:', ...failures.map((failure) => `  ✗ ${failure.split('\n', shortLines).join('\n')}`)];
}

const shortLines = 4;
