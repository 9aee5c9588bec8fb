import { isAbsolute, join, relative } from 'node:path';
import { run } from 'node:test';
import { addUp, type Completed, type FileResult, summaryLine, type Tally } from './tally.ts';

export interface RunFilesOptions {
  readonly rootDir: string;
  readonly files: readonly string[];
  readonly concurrency: number;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly signal: AbortSignal;
  /** Names of tests that are left out. */
  readonly without?: readonly string[];
  say(line: string): void;
  /** Told of each file that is done, of how long it took and of what failed in it. */
  onDone?(file: string, done: { tookMs: number; failures: readonly string[] }): void;
}

const fileTimeoutMs = 420_000;

/** Runs test files, each in a process of its own, and says how each went as soon as it is done. */
export async function runFiles(options: RunFilesOptions): Promise<Tally[]> {
  const { rootDir, files, signal, say } = options;
  if (files.length === 0 || signal.aborted) return [];
  const events = startRun(options);
  const completed = new Map<string, Completed[]>();
  const output = new Map<string, string[]>();
  const tallies: Tally[] = [];
  const failedFiles: string[] = [];
  events.on('test:stdout', (data) => collect(output, pathOf(rootDir, data.file), data.message));
  events.on('test:stderr', (data) => collect(output, pathOf(rootDir, data.file), data.message));
  // What breaks between two tests is told by no other event.
  events.on('test:diagnostic', ({ file, message }) => {
    if (file !== undefined) collect(output, pathOf(rootDir, file), `${message}\n`);
  });
  // A hook of the whole file that fails is told in no other way: the file itself completes as if nothing were.
  events.on('test:fail', ({ name, file, details }) => {
    const { error } = details;
    if (signal.aborted || file === undefined || name !== file || !isHookFailure(error)) return;
    collect(completed, pathOf(rootDir, file), { name, isFile: true, isSuite: false, isSkipped: false, error });
  });
  events.on('test:complete', (data) => {
    // What an interrupt cut off says nothing.
    if (signal.aborted) return;
    const file = pathOf(rootDir, data.file ?? data.name);
    const isFile = data.nesting === 0 && pathOf(rootDir, data.name) === file;
    const isSuite = data.details.type === 'suite';
    collect(completed, file, {
      name: data.name,
      line: data.line,
      isFile,
      isSuite,
      isSkipped: Boolean(data.skip ?? data.todo),
      error: data.details.error,
    });
    if (!isFile) return;
    const result = addUp(completed.get(file) ?? []);
    tallies.push(result.tally);
    sayResult(say, file, result, data.details.duration_ms);
    options.onDone?.(file, { tookMs: data.details.duration_ms, failures: result.failures });
    if (result.tally.failed > 0) failedFiles.push(file);
  });
  for await (const _ of events);
  // What a file printed may arrive only after its result.
  for (const file of failedFiles) sayOutput(say, file, output.get(file) ?? []);
  if (signal.aborted) return tallies;
  if (tallies.length < files.length) {
    const missing = files.filter((file) => !completed.has(file));
    say(`✗ no result from ${missing.join(', ')}`);
    tallies.push({ passed: 0, failed: missing.length, skipped: 0 });
  }
  return tallies;
}

function startRun({ rootDir, files, concurrency, environment, signal, without = [] }: RunFilesOptions) {
  return run({
    cwd: rootDir,
    files: files.map((file) => join(rootDir, file)),
    concurrency,
    isolation: 'process',
    env: { ...environment },
    signal,
    testSkipPatterns: without.map((name) => new RegExp(`^${RegExp.escape(name)}$`)),
    timeout: fileTimeoutMs,
  });
}

function collect<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

function pathOf(rootDir: string, path: string): string {
  return isAbsolute(path) ? relative(rootDir, path) : path;
}

function sayResult(
  say: (line: string) => void,
  file: string,
  { tally, failures }: FileResult,
  durationMs: number,
): void {
  const seconds = (durationMs / 1000).toFixed(1);
  say(`${tally.failed > 0 ? '✗' : '✓'} ${file}  ${summaryLine(tally)}  ${seconds} s`);
  for (const failure of failures) say(`\n  ✗ ${failure}\n`);
}

function sayOutput(say: (line: string) => void, file: string, messages: readonly string[]): void {
  const text = messages.join('').trimEnd();
  if (text !== '') say(`  output of ${file}:\n${text.replace(/^/gm, '  | ')}\n`);
}

function isHookFailure(error: Error): boolean {
  return 'failureType' in error && error.failureType === 'hookFailed';
}
