import type { ToolsConfig } from '../config.ts';
import { allOrNone } from './all-or-none.ts';
import { type KeptServices, keepServices } from './keep-services.ts';
import type { KillList } from './kill-list.ts';
import { keepLogsSmall } from './log-file.ts';
import { findPreparedOracle } from './oracle-database.ts';
import { octoPaths } from './paths.ts';
import { openPlatformDatabase } from './platform-database.ts';
import { platformPages } from './platform-pages.ts';
import type { Prepare } from './prepare.ts';
import { prepareInput } from './prepare-input.ts';
import { roleAddresses } from './role-addresses.ts';
import { readOrMakeSecrets } from './secrets.ts';
import { serviceEnvironment } from './service-environment.ts';
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
  /** Builds the pages again when their sources have changed; a service that is restarted then has the new ones. */
  buildPages(): Promise<void>;
}

/** Brings up the database, its schema and the pages, then the services; what was started is stopped again when one of them fails. */
export async function startPlatform(options: PlatformOptions): Promise<Platform> {
  const { config, signal, killList, say } = options;
  await using stack = new AsyncDisposableStack();
  const paths = octoPaths(config.octoDir);
  const secrets = await readOrMakeSecrets(config.octoDir);
  const pages = platformPages(options);
  let services: KeptServices | undefined;

  const oracle = await findPreparedOracle(config);
  const password = secrets.postgresPassword;
  const onMoved = () => void services?.restart(knowsDatabase);
  if (oracle === undefined) say('Starting the database …');
  const database = oracle
    ? undefined
    : stack.use(await openPlatformDatabase({ config, paths, password, signal, killList, say, onMoved }));
  const addresses = roleAddresses(database);
  async function prepare(signal: AbortSignal): Promise<void> {
    // Who may change an Oracle database is asked for by `npm run oracle:prepare`, and by nothing that runs each day.
    if (database === undefined) return;
    addresses.learn(await options.prepare(await prepareInput(database, paths), say, signal));
  }
  await allOrNone(signal, [prepare, pages.build]);

  const preferred = options.services.map((spec) => ({ ...spec, port: config.ports[spec.name] ?? spec.port }));
  services = await keepServices(preferred, {
    cwd: config.rootDir,
    signal,
    killList,
    say,
    logFile: (spec) => paths.log(spec.name),
    untilDatabaseUp: async () => database?.untilUp(),
    async environment(spec, ports) {
      const { observatoryDir } = paths;
      const places = {
        ports,
        ...(await addresses.of(spec)),
        oracle,
        observatoryDir,
        pagesDir: pages.dir(spec),
        sourceMapDirs: pages.sourceMapDirs(),
      };
      return serviceEnvironment(spec, { ...places, secrets, own: config.environment });
    },
  });
  stack.use(services);
  stack.use(keepLogsSmall(['database', ...preferred.map((spec) => spec.name)].map(paths.log)));
  const started = stack.move();
  return {
    services,
    database: database?.description ?? `Oracle, ${config.oracleDsn}`,
    prepareAgain: () => prepare(signal),
    buildPages: () => pages.build(signal),
    [Symbol.asyncDispose]: () => started.disposeAsync(),
  };
}

function knowsDatabase({ databaseRole, insightRole }: ServiceSpec): boolean {
  return databaseRole !== undefined || insightRole !== undefined;
}
