import { execFile } from 'node:child_process';

export interface CommandResult {
  readonly isGood: boolean;
  readonly output: string;
  readonly stdout: string;
}

/** Runs a command to its end; good means exit code 0. An aborted signal ends it. */
export function runCommand(
  command: string,
  args: readonly string[],
  cwd: string,
  signal?: AbortSignal,
): Promise<CommandResult> {
  return new Promise((resolve) => {
    execFile(command, args, { cwd, signal, maxBuffer: 256 * 1024 * 1024 }, (error, stdout, stderr) => {
      resolve({ isGood: error === null, output: `${stdout}${stderr}` || String(error?.message ?? ''), stdout });
    });
  });
}
