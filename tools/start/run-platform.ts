import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import type { ToolsConfig } from '../config.ts';
import { createKillList } from './kill-list.ts';
import { FolderInUseError, takeLock } from './lock.ts';
import { octoPaths } from './paths.ts';
import { type Platform, startPlatform } from './platform.ts';
import type { Prepare } from './prepare.ts';
import { upReport } from './report.ts';
import { removeRunFile, writeRunFile } from './run-file.ts';
import type { ServiceSpec } from './services.ts';
import { listenForStop, whenAborted } from './signals.ts';

export interface RunPlatformOptions {
  readonly config: ToolsConfig;
  readonly services: readonly ServiceSpec[];
  readonly prepare: Prepare;
  /** What else to do while everything is up. */
  whileUp?(platform: Platform, signal: AbortSignal): Promise<void>;
}

/** Runs everything until told to stop. Returns the exit code. */
export async function runPlatform(options: RunPlatformOptions): Promise<number> {
  const { octoDir } = options.config;
  const killList = createKillList();
  const stop = listenForStop(() => {
    killList.killAll();
    removeRunFile(octoDir);
    process.exit(130);
  });
  try {
    await mkdir(octoDir, { recursive: true });
    await using _lock = await takeLock(octoDir);
    removeRunFile(octoDir);
    await using platform = await startPlatform({ ...options, signal: stop.signal, killList, say });
    await stayUp(platform, options, stop.signal);
    removeRunFile(octoDir);
    say('Stopping …');
  } catch (error) {
    if (!stop.signal.aborted) return explain(error);
  } finally {
    stop.dispose();
  }
  say('Stopped.');
  return 0;
}

async function stayUp(
  platform: Platform,
  { config, services, whileUp }: RunPlatformOptions,
  signal: AbortSignal,
): Promise<void> {
  const { urls } = platform.services;
  const hasCredentials = existsSync(octoPaths(config.octoDir).credentialsFile);
  say(upReport({ services, urls, database: platform.database, hasCredentials }));
  await writeRunFile(config.octoDir, urls);
  await Promise.all([whileUp?.(platform, signal), whenAborted(signal)]);
}

function explain(error: unknown): number {
  const problem = error instanceof Error ? error.message : String(error);
  // Nothing was started then, and the platform that runs here goes on.
  const isRefused = error instanceof FolderInUseError;
  say(isRefused ? problem : `\nThe start failed, and what was started has been stopped.\n${problem}`);
  return 1;
}

function say(line: string): void {
  console.log(line);
}
