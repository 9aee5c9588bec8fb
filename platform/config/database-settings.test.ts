import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { createAuthority } from '../database/engines/oracle/testing/certificates.ts';
import { tokenFiles } from '../database/engines/oracle/testing/database-token.ts';
import { makeFolder, makeWallet } from '../database/engines/oracle/testing/wallet-folder.ts';
import { addressFaults, addressOf, databaseSettings, type SignInNames, serviceSignIn } from './database-settings.ts';
import { readSettings } from './read-settings.ts';
import { text } from './settings.ts';

const authority = await createAuthority('Test authority');
const wallet = makeWallet({
  identity: await authority.issue({ name: 'octo_shop' }),
  trusted: [authority],
  password: 'Wallet-1',
  names: 'octo_tp = (DESCRIPTION=)\nocto_low = (DESCRIPTION=)\n',
});
const tokens = makeFolder(tokenFiles(new Date(Date.now() + 3_600_000)));
after(() => [wallet, tokens].map((folder) => folder[Symbol.dispose]()));

const postgres = { DATABASE_URL: 'postgres://octo_shop:x@localhost/octo' };
const inWallet = { ORACLE_DSN: 'octo_tp', ORACLE_WALLET_DIR: wallet.dir, ORACLE_WALLET_PASSWORD: 'Wallet-1' };
const oracle = { ...inWallet, ORACLE_USER: 'octo_shop', ORACLE_PASSWORD: 'secret-word' };
const labSignIn: SignInNames = {
  url: 'QUERY_DATABASE_URL',
  dsn: ['ORACLE_QUERY_DSN', 'ORACLE_DSN'],
  user: 'ORACLE_QUERY_USER',
  password: 'ORACLE_QUERY_PASSWORD',
  tokenDir: undefined,
};
const optional = { isOptional: true } as const;
const settings = {
  ...databaseSettings('octo_shop'),
  QUERY_DATABASE_URL: text('', optional),
  ORACLE_QUERY_DSN: text('', optional),
  ORACLE_QUERY_USER: text('', optional),
  ORACLE_QUERY_PASSWORD: text('', { isOptional: true, isSecret: true }),
};

function read(env: Record<string, string>, names = serviceSignIn) {
  return addressOf(
    readSettings(settings, env, (told) => addressFaults(told, names)),
    names,
  );
}

/** What is told of such an environment, a line for each setting. */
function faultsOf(env: Record<string, string>, names = serviceSignIn): string[] {
  try {
    read(env, names);
  } catch (error) {
    assert.ok(error instanceof Error);
    assert.doesNotMatch(error.message, /secret-word|Wallet-1/);
    return error.message.split('\n  ').slice(1);
  }
  return [];
}

test('a PostgreSQL is one URL', () => {
  assert.deepEqual(read(postgres), { url: postgres.DATABASE_URL });
});

test('an Oracle is an address, a user, a credential, and a wallet where there is one', () => {
  assert.deepEqual(read(oracle), {
    oracle: {
      dsn: 'octo_tp',
      user: 'octo_shop',
      credential: { password: 'secret-word' },
      wallet: { dir: wallet.dir, password: 'Wallet-1' },
      schema: 'octo_owner',
    },
  });
  const walletless = {
    ORACLE_DSN: 'tcps://db.example.com:1521/octo_tp',
    ORACLE_USER: 'octo_shop',
    ORACLE_TOKEN_DIR: tokens.dir,
    ORACLE_SCHEMA: 'octo_test',
  };
  assert.deepEqual(read(walletless), {
    oracle: {
      dsn: walletless.ORACLE_DSN,
      user: 'octo_shop',
      credential: { tokenDir: tokens.dir },
      wallet: undefined,
      schema: 'octo_test',
    },
  });
});

test('secrets may come as files', () => {
  using secrets = makeFolder({ user: 'secret-word\n', wallet: 'Wallet-1\n' });
  const { ORACLE_PASSWORD: _, ORACLE_WALLET_PASSWORD: __, ...env } = oracle;
  const files = { ORACLE_PASSWORD_FILE: `${secrets.dir}/user`, ORACLE_WALLET_PASSWORD_FILE: `${secrets.dir}/wallet` };
  assert.deepEqual(read({ ...env, ...files }), read(oracle));
  const gone = faultsOf({ ...env, ...files, ORACLE_PASSWORD_FILE: `${secrets.dir}/none` });
  assert.equal(gone.length, 1);
  assert.match(gone[0] ?? '', /^ORACLE_PASSWORD: ENOENT/);
});

const wrong: [what: string, env: Record<string, string>, faults: RegExp[]][] = [
  ['no database', {}, [/^DATABASE_URL: is required \(postgres:\/\/…\), or ORACLE_DSN/]],
  ['two databases', { ...postgres, ...oracle }, [/^DATABASE_URL: one database only: ORACLE_DSN names another/]],
  ['neither user nor credential', inWallet, [/^ORACLE_USER: is required/, /^ORACLE_PASSWORD: .* or ORACLE_TOKEN_DIR$/]],
  ['two credentials', { ...oracle, ORACLE_TOKEN_DIR: tokens.dir }, [/^ORACLE_TOKEN_DIR: one sign-in only/]],
  [
    'an unknown alias',
    { ...oracle, ORACLE_DSN: 'octo_t' },
    [/^ORACLE_DSN: octo_t is not in .* knows octo_tp, octo_low$/],
  ],
  [
    'everything at once',
    { ORACLE_DSN: 'octo_t', ORACLE_WALLET_DIR: wallet.dir, ORACLE_WALLET_PASSWORD: 'no' },
    [/^ORACLE_USER/, /^ORACLE_PASSWORD/, /^ORACLE_DSN: octo_t/, /^ORACLE_WALLET_PASSWORD: does not open/],
  ],
];

for (const [what, env, expected] of wrong) {
  test(`${what} is told, setting by setting`, () => {
    const faults = faultsOf(env);
    assert.equal(faults.length, expected.length, faults.join('\n'));
    for (const [index, fault] of expected.entries()) assert.match(faults[index] ?? '', fault);
  });
}

test('a second sign-in has settings of its own, and the place of the first unless it is given another', () => {
  const lab = { ...inWallet, ORACLE_QUERY_USER: 'octo_query', ORACLE_QUERY_PASSWORD: 'secret-word' };
  const dsnOf = (env: Record<string, string>) => Object(read(env, labSignIn)).oracle.dsn;
  assert.equal(dsnOf(lab), 'octo_tp');
  assert.equal(dsnOf({ ...lab, ORACLE_QUERY_DSN: 'octo_low' }), 'octo_low');
  assert.match(
    faultsOf({ ...lab, ORACLE_QUERY_DSN: 'octo_lo' }, labSignIn).join(),
    /^ORACLE_QUERY_DSN: octo_lo is not/,
  );
  assert.match(faultsOf(inWallet, labSignIn).join(), /^ORACLE_QUERY_USER: .*,ORACLE_QUERY_PASSWORD: is required/);
  const both = faultsOf({ ...lab, QUERY_DATABASE_URL: postgres.DATABASE_URL }, labSignIn);
  assert.match(both.join(), /^QUERY_DATABASE_URL: one database only: ORACLE_DSN names another/);
});
