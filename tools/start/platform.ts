import type { ToolsConfig } from '../config.ts';
import type { Environment, KeepServiceOptions } from './keep-service.ts';
import { type KeptServices, keepServices } from './keep-services.ts';
import type { KillList } from './kill-list.ts';
import { keepLogsSmall } from './log-file.ts';
import { octoPaths } from './paths.ts';
import { openPlatformDatabase } from './platform-database.ts';
import type { Prepare, RoleUrls } from './prepare.ts';
import { prepareInput } from './prepare-input.ts';
import { readOrMakeSecrets } from './secrets.ts';
import type { ServiceSpec } from './services.ts';

export interface PlatformOptions {
  readonly config: ToolsConfig;
  readonly services: readonly ServiceSpec[];
  readonly prepare: Prepare;
  readonly signal: AbortSignal;
  readonly killList: KillList;
  say(line: string): void;
}

export interface Platform extends AsyncDisposable {
  readonly services: KeptServices;
  readonly database: string;
  /** Migrates again, with the code as it is now. */
  prepareAgain(): Promise<void>;
}

/** Brings up the database, its schema and then the services; what was started is stopped again when one of them fails. */
export async function startPlatform(options: PlatformOptions): Promise<Platform> {
  const { config, signal, killList, say } = options;
  await using stack = new AsyncDisposableStack();
  const paths = octoPaths(config.octoDir);
  const secrets = await readOrMakeSecrets(config.octoDir);
  let services: KeptServices | undefined;
  let roleUrls: RoleUrls = {};

  say('Starting the database …');
  const onMoved = () => void services?.restart();
  const database = await openPlatformDatabase({
    config,
    paths,
    password: secrets.postgresPassword,
    signal,
    killList,
    say,
    onMoved,
  });
  stack.use(database);
  async function prepareAgain(): Promise<void> {
    roleUrls = await options.prepare(await prepareInput(database, paths), say, signal);
  }
  await prepareAgain();

  const serviceOptions: KeepServiceOptions = {
    cwd: config.rootDir,
    signal,
    killList,
    say,
    takenPorts: new Set(),
    logFile: (spec) => paths.log(spec.name),
    untilDatabaseUp: database.untilUp,
    async environment(spec, port) {
      const url = roleUrls[spec.databaseRole];
      if (url === undefined) throw new Error(`the database has no role ${spec.databaseRole}`);
      return serviceEnvironment(config.environment, {
        port,
        databaseUrl: await database.current(url),
        sessionSecret: secrets.sessionSecret,
      });
    },
  };
  const preferred = options.services.map((spec) => ({ ...spec, port: config.ports[spec.name] ?? spec.port }));
  services = stack.use(await keepServices(preferred, serviceOptions));
  stack.use(keepLogsSmall(['database', ...preferred.map((spec) => spec.name)].map(paths.log)));
  const started = stack.move();
  return {
    services,
    database: database.description,
    prepareAgain,
    [Symbol.asyncDispose]: () => started.disposeAsync(),
  };
}

interface ServiceInput {
  readonly port: number;
  readonly databaseUrl: string;
  readonly sessionSecret: string;
}

// The person's own settings go through, except the owner's way into the database: services have no business with it.
function serviceEnvironment(environment: Environment, input: ServiceInput): Environment {
  const { DATABASE_OWNER_URL: _, ...own } = environment;
  const { port, databaseUrl, sessionSecret } = input;
  const given = { PORT: String(port), HOST: '127.0.0.1', DATABASE_URL: databaseUrl };
  return { SESSION_SECRET: sessionSecret, ...own, ...given };
}
