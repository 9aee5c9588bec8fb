import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { type OracleSignIns, writeOracleSignIns } from '@octo/database/oracle/sign-ins.ts';
import { makeFolder } from '@octo/platform/database/engines/oracle/testing/wallet-folder.ts';
import { readConfig as readGatewayConfig } from '../../apps/workflow-gateway/config.ts';
import { readToolsConfig, type ToolsConfig } from '../config.ts';
import { createKillList } from './kill-list.ts';
import { findPreparedOracle, oracleEnvironment } from './oracle-database.ts';
import { startPlatform } from './platform.ts';
import { choosePort } from './ports.ts';
import { type Environment, serviceEnvironment } from './service-environment.ts';
import { type ServiceSpec, services } from './services.ts';
import { askService } from './testing/fake-platform.ts';

const dsn = 'tcps://db.example.com:1522/octo_tp';
const passwords = {
  octo_shop: 's',
  octo_crm: 'c',
  octo_gateway: 'g',
  octo_query: 'q',
  octo_insight: 'i',
  octo_owner: 'o',
};
const prepared: OracleSignIns = {
  dsn: 'tcps://elsewhere:1522/octo_tp',
  schema: 'octo_owner',
  users: Object.fromEntries(Object.entries(passwords).map(([user, password]) => [user, { password }])),
};

let rootDir: string;
beforeEach(async () => {
  rootDir = await mkdtemp(join(tmpdir(), 'octo-oracle-'));
  await mkdir(join(rootDir, '.octo'));
});
afterEach(() => rm(rootDir, { recursive: true }));

function configOf(env: Record<string, string>): ToolsConfig {
  return { ...readToolsConfig(env), rootDir, octoDir: join(rootDir, '.octo') };
}

function keep(signIns: OracleSignIns): Promise<void> {
  return writeOracleSignIns(join(rootDir, '.octo', 'oracle.json'), signIns);
}

function specOf(name: string): ServiceSpec {
  const spec = services.find((one) => one.name === name);
  assert.ok(spec);
  return spec;
}

test('without ORACLE_DSN there is no Oracle database, whatever was kept', async () => {
  await keep(prepared);
  assert.equal(await findPreparedOracle(configOf({})), undefined);
});

test('a database that nobody has prepared is refused with what to run', async () => {
  await assert.rejects(
    findPreparedOracle(configOf({ ORACLE_DSN: dsn })),
    /\.octo\/oracle\.json.* is missing or damaged\.\nRun "npm run oracle:prepare" once/,
  );
});

test('what the environment says of the place wins over what was kept', async () => {
  await keep(prepared);
  assert.equal((await findPreparedOracle(configOf({ ORACLE_DSN: dsn })))?.dsn, dsn);
});

test('a wallet that cannot be used is told before anything starts', async () => {
  using wallet = makeFolder({ 'tnsnames.ora': 'octo_tp = (DESCRIPTION=)\n' });
  await keep({ ...prepared, walletDir: wallet.dir });
  await assert.rejects(
    findPreparedOracle(configOf({ ORACLE_DSN: 'octo_t' })),
    /\n {2}ORACLE_DSN: octo_t is not in .*\n {2}ORACLE_WALLET_DIR: .* has no ewallet\.pem/,
  );
});

test('each service signs in as itself and learns no password of another, least of all the owner', () => {
  const place = { ORACLE_DSN: prepared.dsn, ORACLE_SCHEMA: 'octo_owner' };
  const environments = Object.fromEntries(services.map((spec) => [spec.name, oracleEnvironment(spec, prepared)]));
  assert.deepEqual(environments, {
    observatory: { ...place, ORACLE_INSIGHT_USER: 'octo_insight', ORACLE_INSIGHT_PASSWORD: 'i' },
    shop: { ...place, ORACLE_USER: 'octo_shop', ORACLE_PASSWORD: 's' },
    crm: { ...place, ORACLE_USER: 'octo_crm', ORACLE_PASSWORD: 'c' },
    gateway: {
      ...place,
      ORACLE_USER: 'octo_gateway',
      ORACLE_PASSWORD: 'g',
      ORACLE_QUERY_USER: 'octo_query',
      ORACLE_QUERY_PASSWORD: 'q',
    },
  });
  const { octo_crm: _, ...others } = prepared.users;
  assert.throws(
    () => oracleEnvironment(specOf('crm'), { ...prepared, users: others }),
    /no user octo_crm: run "npm run/,
  );
});

const secrets = { postgresPassword: '', sessionSecret: 's'.repeat(32), internalServiceKey: 'k'.repeat(32) };
const places = { ports: {}, databaseUrl: undefined, observatoryDir: '', pagesDir: undefined };

test('sign-ins of whoever starts everything reach no service, and settings that are no sign-in do', () => {
  const own = {
    ORACLE_ADMIN_PASSWORD: 'of the administrator',
    ORACLE_USER: 'somebody',
    ORACLE_PASSWORD_FILE: '/run/somebody',
    ORACLE_TOKEN_DIR: '/run/token',
    ORACLE_QUERY_PASSWORD: 'of somebody',
    ORACLE_QUERY_DSN: 'tcps://db.example.com:1522/octo_low',
    ORACLE_WALLET_PASSWORD: 'of the wallet',
  };
  const given: Environment = serviceEnvironment(specOf('gateway'), { ...places, oracle: prepared, secrets, own });
  const ofOwn = Object.keys(own).filter((name) => given[name] === Reflect.get(own, name));
  assert.deepEqual(ofOwn, ['ORACLE_QUERY_DSN', 'ORACLE_WALLET_PASSWORD']);
  const { database, lab } = readGatewayConfig({ ...given, PORT: '0' });
  assert.ok('oracle' in database.address && 'oracle' in lab.address);
  assert.deepEqual([database.address.oracle.user, lab.address.oracle.user], ['octo_gateway', 'octo_query']);
  assert.equal(lab.address.oracle.dsn, own.ORACLE_QUERY_DSN);
});

test('the start on Oracle runs the services on their sign-ins, and neither a PostgreSQL nor a migration', async () => {
  await keep(prepared);
  const port = await choosePort(18_000 + Math.floor(Math.random() * 20_000));
  const nodeArgs = [join(import.meta.dirname, 'testing', 'fake-service.ts')];
  const said: string[] = [];
  await using platform = await startPlatform({
    config: configOf({ ORACLE_DSN: dsn }),
    services: [{ name: 'fake', title: 'Fake', nodeArgs, port, databaseRole: 'octo_shop', needs: [] }],
    prepare: () => Promise.reject(new Error('nothing is prepared')),
    signal: new AbortController().signal,
    killList: createKillList(),
    say: (line) => said.push(line),
  });
  const given = await askService(platform.services.urls.fake ?? '');
  assert.deepEqual([given.ORACLE_DSN, given.ORACLE_USER, given.ORACLE_PASSWORD], [dsn, 'octo_shop', 's']);
  assert.equal(given.DATABASE_URL, undefined);
  assert.equal(platform.database, `Oracle, ${dsn}`);
  assert.ok(!existsSync(join(rootDir, '.octo', 'postgres')), (await readdir(join(rootDir, '.octo'))).join());
  assert.doesNotMatch(said.join('\n'), /Starting the database/);
  await platform.prepareAgain();
});
