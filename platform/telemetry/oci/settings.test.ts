import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTelemetryConfig } from '../config.ts';

const logId = 'ocid1.log.oc1.eu-frankfurt-1.aaaa';
const compartment = 'ocid1.compartment.oc1..aaaa';
const asMachine = { OCI_REGION: 'eu-frankfurt-1', OCI_AUTH: 'instance_principal' };

test('Logging and Monitoring are chosen by the log and the compartment, and sign in alike', () => {
  const env = { ...asMachine, OCI_LOGGING_LOG_ID: logId, OCI_COMPARTMENT_ID: compartment };
  const { ociLogging, ociMonitoring } = readTelemetryConfig(env, 'octo');
  assert.equal(ociLogging?.logId, logId);
  assert.deepEqual([ociLogging?.signIn.auth, ociLogging?.signIn.region], ['instance_principal', 'eu-frankfurt-1']);
  assert.deepEqual(ociMonitoring?.signIn, ociLogging?.signIn);
  assert.deepEqual([ociMonitoring?.compartmentId, ociMonitoring?.namespace], [compartment, 'octo_platform']);
});

test('a region by itself sends nothing anywhere', () => {
  const { ociLogging, ociMonitoring } = readTelemetryConfig(asMachine, 'octo');
  assert.deepEqual([ociLogging, ociMonitoring], [undefined, undefined]);
});

const refused: [what: string, env: Record<string, string>, fault: RegExp][] = [
  ['an endpoint without its key', { OCI_APM_ENDPOINT: 'https://a.test' }, /OCI_APM_PRIVATE_DATA_KEY: is required/],
  ['a key without its endpoint', { OCI_APM_PRIVATE_DATA_KEY: 'secret1' }, /OCI_APM_ENDPOINT: is required/],
  [
    'a key that no header can carry',
    { OCI_APM_ENDPOINT: 'https://a.test', OCI_APM_PRIVATE_DATA_KEY: 'secret1 \n2' },
    /OCI_APM_PRIVATE_DATA_KEY: must be a data key/,
  ],
  [
    'a key that would travel in the clear',
    { OCI_APM_ENDPOINT: 'http://a.test', OCI_APM_PRIVATE_DATA_KEY: 'secret1' },
    /OCI_APM_ENDPOINT: must be an absolute https address/,
  ],
  ['a log without a region', { OCI_LOGGING_LOG_ID: logId, OCI_AUTH: 'oke_workload' }, /OCI_REGION: is required with/],
  ['what is no log', { ...asMachine, OCI_LOGGING_LOG_ID: compartment }, /OCI_LOGGING_LOG_ID: must be like ocid1\.log/],
  ['what is no compartment', { ...asMachine, OCI_COMPARTMENT_ID: logId }, /OCI_COMPARTMENT_ID: must be like/],
  ['what is no region', { OCI_REGION: 'Frankfurt' }, /OCI_REGION: must be like eu-frankfurt-1/],
  [
    "a namespace of Oracle's own",
    { ...asMachine, OCI_COMPARTMENT_ID: compartment, OCI_MONITORING_NAMESPACE: 'oci_octo' },
    /OCI_MONITORING_NAMESPACE: must be letters, digits/,
  ],
  [
    'a configuration file that is not there',
    { OCI_REGION: 'eu-frankfurt-1', OCI_LOGGING_LOG_ID: logId, OCI_CONFIG_FILE: '/nowhere/config' },
    /OCI_CONFIG_FILE: cannot be read/,
  ],
];

for (const [what, env, fault] of refused)
  test(`${what} is refused at the start, and no key is told`, () => {
    assert.throws(
      () => readTelemetryConfig(env, 'octo'),
      ({ message }: Error) => fault.test(message) && !message.includes('secret1'),
    );
  });
