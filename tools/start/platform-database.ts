import { lastLines } from '@octo/platform/embedded-postgres/last-lines.ts';
import type { ToolsConfig } from '../config.ts';
import { type RunningDatabase, startDatabaseProcess } from './database-process.ts';
import { type Kept, keepRunning } from './keep-running.ts';
import type { KillList } from './kill-list.ts';
import { beginLog } from './log-file.ts';
import type { OctoPaths } from './paths.ts';

export interface PlatformDatabase extends AsyncDisposable {
  readonly description: string;
  /** For migrations. */
  ownerUrl(): Promise<string>;
  /** For a server of the person's own: where the services connect, when that is not where the migrations do. */
  readonly serviceUrl?: string;
  /** A URL of this database as it is reached now: the port of an embedded one may change over a crash. */
  current(url: string): Promise<string>;
  /** The same without waiting for it: as it was reached last. */
  lastKnown(url: string): string;
  untilUp(): Promise<unknown>;
}

export interface OpenDatabaseOptions {
  readonly config: ToolsConfig;
  readonly paths: OctoPaths;
  readonly password: string;
  readonly signal: AbortSignal;
  readonly killList: KillList;
  say(line: string): void;
  /** It came back on another port. */
  onMoved(): void;
}

/** The person's own server when the environment names one, else the embedded database, kept running. */
export async function openPlatformDatabase(options: OpenDatabaseOptions): Promise<PlatformDatabase> {
  const external = externalDatabase(options.config);
  if (external) return external;
  let lastPort: number | undefined;
  const kept = await keepEmbedded(options, (port) => {
    if (lastPort !== undefined && lastPort !== port) options.onMoved();
    lastPort = port;
  });
  const { port } = await kept.untilUp();
  return {
    description: `PostgreSQL on 127.0.0.1:${port}, data in .octo/postgres`,
    ownerUrl: async () => (await kept.untilUp()).ownerUrl,
    current: async (url) => withPort(url, (await kept.untilUp()).port),
    lastKnown: (url) => withPort(url, lastPort ?? port),
    untilUp: kept.untilUp,
    [Symbol.asyncDispose]: kept.stop,
  };
}

export function externalDatabase({ databaseUrl, databaseOwnerUrl }: ToolsConfig): PlatformDatabase | undefined {
  const ownerUrl = databaseOwnerUrl ?? databaseUrl;
  if (ownerUrl === undefined) return undefined;
  return {
    description: `your server at ${new URL(ownerUrl).host}`,
    ownerUrl: async () => ownerUrl,
    ...(databaseOwnerUrl !== undefined && databaseUrl !== undefined ? { serviceUrl: databaseUrl } : {}),
    current: async (url) => url,
    lastKnown: (url) => url,
    untilUp: async () => undefined,
    [Symbol.asyncDispose]: async () => undefined,
  };
}

function keepEmbedded(options: OpenDatabaseOptions, onUp: (port: number) => void): Promise<Kept<RunningDatabase>> {
  const { paths, password, signal, killList, say } = options;
  const logFile = paths.log('database');
  beginLog(logFile);
  let preferredPort: number | undefined;
  async function start(): Promise<RunningDatabase> {
    const database = await startDatabaseProcess({ paths, password, preferredPort, killList });
    if (database.isAdopted) say('Found the database of an earlier run still running; using it.');
    preferredPort = database.port;
    onUp(database.port);
    return database;
  }
  return keepRunning({ name: 'The database', signal, start, say, lastLines: () => lastLines(logFile, 12) });
}

function withPort(url: string, port: number): string {
  const moved = new URL(url);
  moved.port = String(port);
  return moved.href;
}
