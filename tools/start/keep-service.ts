import { lastLines } from '@octo/platform/embedded-postgres/last-lines.ts';
import { type Kept, keepRunning } from './keep-running.ts';
import type { KillList } from './kill-list.ts';
import { beginLog } from './log-file.ts';
import { choosePort, isFree } from './ports.ts';
import { type RunningService, startServiceProcess } from './service-process.ts';
import type { ServiceSpec } from './services.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

export interface KeepServiceOptions {
  readonly cwd: string;
  readonly signal: AbortSignal;
  readonly killList: KillList;
  /** Ports of the services of this run; the chosen one is added. */
  readonly takenPorts: Set<number>;
  logFile(spec: ServiceSpec): string;
  environment(spec: ServiceSpec, port: number): Promise<Environment>;
  untilDatabaseUp(): Promise<unknown>;
  say(line: string): void;
}

const portAttempts = 3;

/** Starts a service on its own port, or near it, and keeps it running there. */
export function keepService(spec: ServiceSpec, options: KeepServiceOptions): Promise<Kept<RunningService>> {
  const { signal, say, untilDatabaseUp: waitFor } = options;
  const logFile = options.logFile(spec);
  beginLog(logFile);
  let port: number | undefined;
  async function start(signal: AbortSignal): Promise<RunningService> {
    for (let attempt = 1; ; attempt += 1) {
      port ??= await reservePort(spec, options);
      try {
        const environment = await options.environment(spec, port);
        return await startServiceProcess({ ...options, nodeArgs: spec.nodeArgs, logFile, environment, signal });
      } catch (error) {
        // Somebody may have been quicker between the look at the port and its use.
        if (attempt === portAttempts || signal.aborted || (await isFree(port))) throw error;
        port = undefined;
      }
    }
  }
  return keepRunning({ name: spec.title, signal, start, waitFor, say, lastLines: () => lastLines(logFile, 12) });
}

async function reservePort(spec: ServiceSpec, { takenPorts, say }: KeepServiceOptions): Promise<number> {
  const port = await choosePort(spec.port, takenPorts);
  takenPorts.add(port);
  if (port !== spec.port) say(`Port ${spec.port} is taken; ${spec.title} uses ${port}.`);
  return port;
}
