import { lastLines } from '@octo/platform/embedded-postgres/last-lines.ts';
import { type Kept, keepRunning } from './keep-running.ts';
import type { KillList } from './kill-list.ts';
import { beginLog } from './log-file.ts';
import type { Environment, Ports } from './service-environment.ts';
import { type RunningService, startServiceProcess } from './service-process.ts';
import type { ServiceSpec } from './services.ts';

export interface KeepServiceOptions {
  readonly cwd: string;
  readonly signal: AbortSignal;
  readonly killList: KillList;
  logFile(spec: ServiceSpec): string;
  environment(spec: ServiceSpec, ports: Ports): Promise<Environment>;
  untilDatabaseUp(): Promise<unknown>;
  say(line: string): void;
}

/** Starts a service and keeps it running, always on its port of this run: the others were told of it. */
export async function keepService(
  spec: ServiceSpec,
  ports: Ports,
  options: KeepServiceOptions,
): Promise<Kept<RunningService>> {
  const { signal, say } = options;
  const waitFor = spec.databaseRole === undefined ? async () => undefined : options.untilDatabaseUp;
  const logFile = options.logFile(spec);
  beginLog(logFile);
  async function start(signal: AbortSignal): Promise<RunningService> {
    const environment = await options.environment(spec, ports);
    return await startServiceProcess({ ...options, nodeArgs: spec.nodeArgs, logFile, environment, signal });
  }
  say(`Starting ${spec.title} …`);
  try {
    return await keepRunning({
      name: spec.title,
      signal,
      start,
      waitFor,
      say,
      lastLines: () => lastLines(logFile, 12),
    });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`${spec.title} did not start: ${reason}`, { cause: error });
  }
}
