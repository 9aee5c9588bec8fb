import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
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

/** What `npm start` runs, in a terminal of its own, until it says that everything is up; or `npm run dev`. */
export async function typeStart(
  dir: string,
  settings: Record<string, string> = {},
  script: 'start' | 'dev' = 'start',
): Promise<StartCommand> {
  const child = spawn(process.execPath, ['tools/boot.mjs', script], {
    cwd: dir,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...terminal(), ...settings },
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

/** What an npm script runs, in a terminal of its own, to its end: everything that it says. Rejects when it fails. */
export async function typeScript(dir: string, script: string, args: readonly string[] = []): Promise<string> {
  const child = spawn(process.execPath, ['tools/boot.mjs', script, ...args], {
    cwd: dir,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: terminal(),
  });
  const [said, [code]] = await Promise.all([
    Promise.all([text(child.stdout), text(child.stderr)]),
    once(child, 'exit'),
  ]);
  const output = said.join('');
  if (code !== 0) throw new Error(`npm run ${script} ${args.join(' ')} ended with code ${code}:\n${output}`);
  return output;
}

/** Without what a test run sets for what it starts: a run within it would take itself for a part of it. */
function terminal(): NodeJS.ProcessEnv {
  const { PATH, HOME, TMPDIR, CHROMIUM_PATH } = readToolsConfig().environment;
  return { PATH, HOME, TMPDIR, ...(CHROMIUM_PATH ? { CHROMIUM_PATH } : {}) };
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
