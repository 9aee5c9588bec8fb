import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import type { KeepServiceOptions } from './keep-service.ts';
import { keepServices } from './keep-services.ts';
import { createKillList } from './kill-list.ts';
import { choosePort } from './ports.ts';
import { serviceEnvironment } from './service-environment.ts';
import type { ServiceSpec } from './services.ts';
import { askService } from './testing/fake-platform.ts';

const secrets = { postgresPassword: 'owner', sessionSecret: 'session', internalServiceKey: 'key' };
const common = { databaseUrl: '', secrets, observatoryDir: '', pagesDir: undefined, own: {} };
let dir: string;
let specs: ServiceSpec[];
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'octo-services-'));
  const port = await choosePort(18_000 + Math.floor(Math.random() * 20_000));
  const nodeArgs = [join(import.meta.dirname, 'testing', 'fake-service.ts')];
  const spec = { nodeArgs, databaseRole: 'octo_fake', needs: [] };
  specs = [
    { name: 'one', title: 'The one', port, ...spec },
    { name: 'other', title: 'The other', port: port + 1, ...spec },
  ];
});
afterEach(() => rm(dir, { recursive: true }));

function options(said: string[], environment: Partial<KeepServiceOptions> = {}): KeepServiceOptions {
  return {
    cwd: dir,
    signal: new AbortController().signal,
    killList: createKillList(),
    say: (line) => said.push(line),
    logFile: ({ name }) => join(dir, `${name}.log`),
    untilDatabaseUp: async () => undefined,
    environment: async (spec, ports) => serviceEnvironment(spec, { ...common, ports }),
    ...environment,
  };
}

test('each service is told where the other is', async () => {
  await using services = await keepServices(specs, options([]));
  const [one, other] = await Promise.all([services.urls.one, services.urls.other].map((url) => askService(url ?? '')));
  assert.equal(one?.SERVICE_OTHER_URL, `http://127.0.0.1:${other?.PORT}`);
  assert.equal(other?.SERVICE_ONE_URL, `http://127.0.0.1:${one?.PORT}`);
});

test('a port that somebody takes between the look at it and its use is replaced, for the other service too', async () => {
  const squatters: Server[] = [];
  const said: string[] = [];
  const plain = options(said);
  const squatting = options(said, {
    async environment(spec, ports) {
      if (spec.name === 'other' && squatters.length === 0) {
        const squatter = createServer().listen(ports.other, '127.0.0.1');
        squatters.push(squatter);
        await once(squatter, 'listening');
      }
      return await plain.environment(spec, ports);
    },
  });
  await using services = await keepServices(specs, squatting);
  const one = await askService(services.urls.one ?? '');
  assert.equal(one.SERVICE_OTHER_URL, services.urls.other);
  assert.ok(
    said.includes(`Port ${specs[1]?.port} is taken; The other uses ${new URL(services.urls.other ?? '').port}.`),
  );
  for (const squatter of squatters) squatter.close();
});

test('a restart is for the services that are meant, on the ports they had', async () => {
  await using services = await keepServices(specs, options([]));
  const { urls } = services;
  const before = await Promise.all([askService(urls.one ?? ''), askService(urls.other ?? '')]);
  await services.restart(({ name }) => name === 'other');
  const after = await Promise.all([askService(urls.one ?? ''), askService(urls.other ?? '')]);
  assert.equal(after[0].pid, before[0].pid);
  assert.notEqual(after[1].pid, before[1].pid);
});
