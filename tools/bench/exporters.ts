import { generateKeyPairSync } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findFreePort } from '@octo/platform/embedded-postgres/free-port.ts';
import type { Bench } from './bench.ts';
import { startChild } from './child.ts';
import { byTurns, comparisonOf } from './compare.ts';
import { get } from './http-bytes.ts';
import { type Load, measure } from './load.ts';
import { type Row, ratioRow, type Target } from './row.ts';
import { floorArgs, serviceArgs, tracedEnvironment } from './service-child.ts';

const rounds = 15;
const target: Target = { must: 0.9, want: 0.97 };
const load: Load = { connections: 8, count: 3000, request: get('/products/7') };

/** What it costs requests that every receiver of OCI is away, or slow, beside the observatory, which is there in all of them. */
export async function exporterRows(bench: Bench): Promise<Row[]> {
  const { database, sink, say } = bench;
  say('receivers that are away, or slow');
  await using slowOci = await startChild(floorArgs('slow'));
  const configFile = await writeConfigFile(database.dir);
  const withOci = (url: string) =>
    startChild(serviceArgs('shop'), {
      ...tracedEnvironment('shop', database, sink),
      OCI_APM_ENDPOINT: url,
      OCI_APM_PRIVATE_DATA_KEY: 'KEY',
      OCI_LOGGING_LOG_ID: 'ocid1.log.oc1..bench',
      OCI_LOGGING_ENDPOINT: url,
      OCI_COMPARTMENT_ID: 'ocid1.compartment.oc1..bench',
      OCI_MONITORING_ENDPOINT: url,
      OCI_REGION: 'eu-frankfurt-1',
      OCI_CONFIG_FILE: configFile,
    });
  await using away = await withOci(`http://127.0.0.1:${await findFreePort()}`);
  await using slow = await withOci(slowOci.url);
  await using control = await startChild(serviceArgs('shop'), tracedEnvironment('shop', database, sink));
  await using none = await startChild(serviceArgs('shop'), tracedEnvironment('shop', database, sink));
  const runs = [away, slow, control, none].map((child) => () => measure(child, load));
  const [ofAway = [], ofSlow = [], ofControl = [], ofNone = []] = await byTurns(bench, rounds, runs);
  const kinds = { 'away, against none': ofAway, 'slow, against none': ofSlow };
  return Object.entries(kinds).map(([kind, costs]) => {
    const result = { ...comparisonOf(costs, ofNone), control: comparisonOf(ofControl, ofNone) };
    return ratioRow(
      `receivers of OCI that are ${kind}, the cached product page, throughput`,
      'throughput',
      result,
      target,
    );
  });
}

/** As OCI's tools write it, with a key that nobody knows. */
async function writeConfigFile(dir: string): Promise<string> {
  const [path, keyFile] = [join(dir, 'oci-config'), join(dir, 'oci-key.pem')];
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  await writeFile(keyFile, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
  const lines = { user: 'ocid1.user.oc1..bench', fingerprint: '00:11', tenancy: 'ocid1.tenancy.oc1..bench' };
  const all = { ...lines, region: 'eu-frankfurt-1', key_file: keyFile };
  await writeFile(path, ['[DEFAULT]', ...Object.entries(all).map((pair) => pair.join('='))].join('\n'));
  return path;
}
