import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { readToolsConfig } from '../../../tools/config.ts';
import { type RunFile, readRunFile } from '../../../tools/start/run-file.ts';

export type ServicesRun = RunFile & { shop: string; crm: string };

export interface StartCommand {
  child: ChildProcess;
  exited: Promise<number | null>;
  /** What stands in `.octo/run.json` once everything is up. */
  run: ServicesRun;
  output(): string;
}

/** What `npm start` runs, in a terminal of its own, until it says that everything is up. */
export async function typeStart(dir: string, settings: Record<string, string> = {}): Promise<StartCommand> {
  const { PATH, HOME, TMPDIR } = readToolsConfig().environment;
  const child = spawn(process.execPath, ['tools/boot.mjs', 'start'], {
    cwd: dir,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH, HOME, TMPDIR, ...settings },
  });
  let output = '';
  const exited = once(child, 'exit').then(([code]) => code as number | null);
  const isUp = new Promise<void>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk) => {
        output += chunk;
        if (output.includes('Stop') && output.includes('Everything is up')) resolve();
      });
    }
    exited.then((code) => reject(new Error(`it ended with code ${code}:\n${output}`)));
  });
  await isUp;
  return { child, exited, run: await runFileOf(dir), output: () => output };
}

/** Ctrl-C: the terminal sends it to all in the foreground. */
export function pressCtrlC({ child }: StartCommand): void {
  if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGINT');
}

// It is written right after the words on the screen.
async function runFileOf(dir: string): Promise<ServicesRun> {
  for (;;) {
    const run = await readRunFile(join(dir, '.octo'));
    if (run?.urls.shop && run.urls.crm) return { ...run, shop: run.urls.shop, crm: run.urls.crm };
    await new Promise((resolve) => setImmediate(resolve));
  }
}
