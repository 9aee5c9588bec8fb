import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { makeFolder } from './testing/wallet-folder.ts';
import { parseAliases, readAliases } from './tnsnames.ts';

const names = `# as it came with the wallet
octo_low = (description= (retry_count=20)(retry_delay=3)(address=(protocol=tcps)(port=1522)(host=adb.example.com))(connect_data=(service_name=octo_low.adb.example.com))(security=(ssl_server_dn_match=yes)))

OCTO_TP, octo_oltp =
  (DESCRIPTION =
    (ADDRESS = (PROTOCOL = TCPS)(HOST = adb.example.com)(PORT = 1522)) # mutual TLS
    (CONNECT_DATA = (SERVICE_NAME = octo_tp.adb.example.com))
)

octo_easy = tcps://adb.example.com:1522/octo_easy
`;

test('reads aliases on one line and on several, with several names, and without comments', () => {
  const aliases = parseAliases(names);
  assert.deepEqual([...aliases.keys()], ['OCTO_LOW', 'OCTO_TP', 'OCTO_OLTP', 'OCTO_EASY']);
  assert.equal(aliases.get('OCTO_TP'), aliases.get('OCTO_OLTP'));
  assert.equal(aliases.get('OCTO_EASY'), 'tcps://adb.example.com:1522/octo_easy');
  assert.ok(!aliases.get('OCTO_TP')?.includes('mutual'));
});

test('the driver finds the same behind each alias', async () => {
  using folder = makeFolder({ 'tnsnames.ora': names });
  for (const [alias, meaning] of readAliases(folder.dir)) {
    const [ours, theirs] = await Promise.all([meaning, alias].map((text) => resolve(text, folder.dir)));
    assert.equal(ours, theirs);
  }
});

/** What the driver makes of a connect string, by its own code. */
async function resolve(connectString: string, configDir: string): Promise<string> {
  const require = createRequire(import.meta.url);
  const { resolveConnectStr } = require('oracledb/lib/impl/parserHelpers.js');
  const { createNVPair } = require('oracledb/lib/thin/sqlnet/nvStrToNvPair.js');
  const resolved = await resolveConnectStr(connectString, configDir);
  return String(typeof resolved === 'string' ? createNVPair(resolved) : resolved);
}
