import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { OracleSignIn } from '../../address.ts';
import { poolAttributesOf } from './pool-attributes.ts';
import { tokenFiles } from './testing/database-token.ts';
import { makeFolder } from './testing/wallet-folder.ts';

const place = '(address=(protocol=tcps)(port=1522)(host=adb.example.com))(connect_data=(service_name=octo_tp))';
const security =
  '(security=(ssl_server_dn_match=yes)(my_wallet_directory=/elsewhere)(ssl_server_cert_dn="CN=adb, O=Oracle"))';
const asDownloaded = `(description= (retry_count=20)(retry_delay=3)${place}${security})`;
const connectTimeoutMs = 8000;
const limits = '(RETRY_COUNT=0)(CONNECT_TIMEOUT=8)(TRANSPORT_CONNECT_TIMEOUT=4)';

function signIn(parts: Partial<OracleSignIn>): OracleSignIn {
  const credential = { password: 'secret' };
  return { dsn: asDownloaded, user: 'octo_shop', credential, wallet: undefined, schema: undefined, ...parts };
}

test('an alias becomes its descriptor, with our limits in place of twenty retries and all else kept', () => {
  using folder = makeFolder({ 'tnsnames.ora': `octo_tp = ${asDownloaded}\n` });
  const wallet = { dir: folder.dir, password: 'of the wallet' };
  assert.deepEqual(poolAttributesOf(signIn({ dsn: 'Octo_TP', wallet }), connectTimeoutMs), {
    connectString: `(description=${limits} ${place}(security=(ssl_server_dn_match=yes)(ssl_server_cert_dn="CN=adb, O=Oracle")))`,
    connectTimeout: 8,
    transportConnectTimeout: 4,
    walletLocation: folder.dir,
    walletPassword: 'of the wallet',
    user: 'octo_shop',
    password: 'secret',
    homogeneous: true,
  });
});

test('without a wallet none is named, and one that a descriptor names stays', () => {
  const attributes = poolAttributesOf(signIn({}), connectTimeoutMs);
  assert.ok(attributes.connectString?.includes('(my_wallet_directory=/elsewhere)'));
  assert.equal(attributes.walletLocation, undefined);
});

test('every description of a list is limited, and host:port/service is left to the options', () => {
  const list = `(DESCRIPTION_LIST=(DESCRIPTION=${place})(DESCRIPTION = (CONNECT_TIMEOUT = 90)${place}))`;
  const { connectString } = poolAttributesOf(signIn({ dsn: list }), connectTimeoutMs);
  assert.equal(connectString, `(DESCRIPTION_LIST=(DESCRIPTION=${limits}${place})(DESCRIPTION =${limits} ${place}))`);
  const easy = poolAttributesOf(signIn({ dsn: 'tcps://adb.example.com:1521/octo_tp' }), connectTimeoutMs);
  assert.equal(easy.connectString, 'tcps://adb.example.com:1521/octo_tp');
  assert.equal(easy.connectTimeout, 8);
});

test('a limit below two seconds still leaves one', () => {
  const { connectTimeout, transportConnectTimeout } = poolAttributesOf(signIn({}), 900);
  assert.deepEqual([connectTimeout, transportConnectTimeout], [1, 1]);
});

test('a token is read afresh each time it is asked for, and neither user nor password go with it', () => {
  const inAnHour = new Date(Date.now() + 3_600_000);
  const first = tokenFiles(inAnHour);
  using folder = makeFolder(first);
  const attributes = poolAttributesOf(signIn({ credential: { tokenDir: folder.dir } }), connectTimeoutMs);
  assert.equal(attributes.externalAuth, true);
  assert.equal(attributes.homogeneous, true);
  assert.deepEqual([attributes.user, attributes.password], [undefined, undefined]);
  assert.ok(typeof attributes.accessToken === 'function');
  assert.deepEqual(attributes.accessToken(), {
    token: first.token.trim(),
    privateKey: first['oci_db_key.pem'].trim(),
  });
  const renewed = tokenFiles(new Date(inAnHour.getTime() + 1000));
  writeFileSync(join(folder.dir, 'token'), renewed.token);
  assert.deepEqual(attributes.accessToken(), {
    token: renewed.token.trim(),
    privateKey: first['oci_db_key.pem'].trim(),
  });
});
