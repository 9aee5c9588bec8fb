import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { readRunFile } from '../run-file.ts';

export interface FakePlatform {
  readonly child: ChildProcess;
  readonly exited: Promise<number | null>;
  /** Everything it has said so far. */
  output(): string;
  /** Waits until it has said so. */
  says(pattern: RegExp): Promise<RegExpExecArray>;
}

/** Starts a supervisor on a data folder of the test. */
export function launchFakePlatform(octoDir: string, port: number, script = 'fake-service.ts'): FakePlatform {
  const args = [join(import.meta.dirname, 'run-fake-platform.ts'), octoDir, String(port), script];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (text += chunk));
  const exited = once(child, 'exit').then(([code]) => code as number | null);
  let isOver = false;
  exited.then(() => (isOver = true));
  async function says(pattern: RegExp): Promise<RegExpExecArray> {
    for (;;) {
      const found = pattern.exec(text);
      if (found) return found;
      if (isOver) throw new Error(`It ended without saying ${pattern}:\n${text}`);
      await sleep(50);
    }
  }
  return { child, exited, output: () => text, says };
}

/** The URL of the fake service once everything is up. */
export async function urlOnceUp(octoDir: string, platform: FakePlatform): Promise<string> {
  await platform.says(/Everything is up/);
  for (;;) {
    const run = await readRunFile(octoDir);
    if (run?.urls.fake) return run.urls.fake;
    await sleep(20);
  }
}

export async function askService(url: string): Promise<Record<string, string> & { pid: number }> {
  for (;;) {
    const answer = await fetch(url).catch(() => undefined);
    if (answer) return (await answer.json()) as Record<string, string> & { pid: number };
    await sleep(50);
  }
}
