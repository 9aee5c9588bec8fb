import { accessSync, constants } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Setting, SettingFault, Values } from '../../config/read-settings.ts';
import { oneOf, text, webAddress } from '../../config/settings.ts';

const optional = { isOptional: true } as const;
const signIns = ['config_file', 'session', 'instance_principal', 'resource_principal', 'oke_workload'] as const;

export const ociSettings = {
  OCI_APM_ENDPOINT: {
    ...text('Data upload endpoint of an OCI APM domain: spans and metrics go there, too', optional),
    parse: readUploadEndpoint,
  },
  OCI_APM_PRIVATE_DATA_KEY: {
    ...text('Private data key of that APM domain', { ...optional, isSecret: true }),
    parse: (value: string) => matching(value, /^[\x21-\x7e]+$/, 'must be a data key: printable, without spaces'),
  },
  OCI_LOGGING_LOG_ID: like('OCID of a custom log of OCI Logging: log lines go there, too', /^ocid1\.log\.\S+$/, {
    example: 'ocid1.log.…',
  }),
  OCI_COMPARTMENT_ID: like(
    'OCID of a compartment: what counts most goes to OCI Monitoring there, once a minute',
    /^ocid1\.(compartment|tenancy)\.\S+$/,
    { example: 'ocid1.compartment.…' },
  ),
  OCI_MONITORING_NAMESPACE: {
    ...text('Namespace of those metrics', { fallback: 'octo_platform' }),
    parse: (value: string) =>
      matching(
        value,
        /^(?!oci_|oracle_)[a-z]\w*$/i,
        'must be letters, digits and _, with a letter in front, and not begin with oci_ or oracle_',
      ),
  },
  OCI_REGION: like('Region of Logging and Monitoring, needed for both', /^[a-z]{2,}(-[a-z]+)+-\d+$/, {
    example: 'eu-frankfurt-1',
  }),
  OCI_AUTH: oneOf('How the services sign in to Logging and Monitoring', signIns, { fallback: 'config_file' }),
  OCI_CONFIG_FILE: text(
    'Configuration file of OCI for `config_file` and `session`; ~/.oci/config when absent',
    optional,
  ),
  OCI_CONFIG_PROFILE: text('Profile in that file', { fallback: 'DEFAULT' }),
  OCI_LOGGING_ENDPOINT: webAddress(
    'Address of Logging in place of that of the region: a private endpoint, a test',
    optional,
  ),
  OCI_MONITORING_ENDPOINT: webAddress(
    'Address of Monitoring in place of that of the region: a private endpoint, a test',
    optional,
  ),
};

type OciValues = Partial<Values<typeof ociSettings>>;

/** How to sign a request to OCI. */
export interface OciSignIn {
  auth: (typeof signIns)[number];
  configFile: string;
  profile: string;
  region: string;
}

export interface OciLoggingConfig {
  signIn: OciSignIn;
  logId: string;
  endpoint: string | undefined;
}

export interface OciMonitoringConfig {
  signIn: OciSignIn;
  compartmentId: string;
  namespace: string;
  endpoint: string | undefined;
}

/** What is set by halves, or cannot work. */
export function ociFaults(values: OciValues): SettingFault[] {
  const { OCI_APM_ENDPOINT: endpoint, OCI_APM_PRIVATE_DATA_KEY: key, OCI_AUTH: auth } = values;
  const faults: SettingFault[] = [];
  if (endpoint !== undefined && key === undefined)
    faults.push({ setting: 'OCI_APM_PRIVATE_DATA_KEY', message: 'is required with OCI_APM_ENDPOINT' });
  if (key !== undefined && endpoint === undefined)
    faults.push({ setting: 'OCI_APM_ENDPOINT', message: 'is required with OCI_APM_PRIVATE_DATA_KEY' });
  const needs = (['OCI_LOGGING_LOG_ID', 'OCI_COMPARTMENT_ID'] as const).find((name) => values[name] !== undefined);
  if (needs === undefined) return faults;
  if (values.OCI_REGION === undefined) faults.push({ setting: 'OCI_REGION', message: `is required with ${needs}` });
  if ((auth === 'config_file' || auth === 'session') && !isReadable(configFileOf(values)))
    faults.push({ setting: 'OCI_CONFIG_FILE', message: `cannot be read, and is required with ${needs}` });
  return faults;
}

export function ociLogging(values: Values<typeof ociSettings>): OciLoggingConfig | undefined {
  const logId = values.OCI_LOGGING_LOG_ID;
  return logId === undefined ? undefined : { signIn: signInOf(values), logId, endpoint: values.OCI_LOGGING_ENDPOINT };
}

export function ociMonitoring(values: Values<typeof ociSettings>): OciMonitoringConfig | undefined {
  const { OCI_COMPARTMENT_ID: compartmentId, OCI_MONITORING_NAMESPACE: namespace } = values;
  if (compartmentId === undefined) return undefined;
  return { signIn: signInOf(values), compartmentId, namespace, endpoint: values.OCI_MONITORING_ENDPOINT };
}

function signInOf(values: Values<typeof ociSettings>): OciSignIn {
  const { OCI_AUTH: auth, OCI_CONFIG_PROFILE: profile, OCI_REGION: region = '' } = values;
  return { auth, configFile: configFileOf(values), profile, region };
}

function configFileOf({ OCI_CONFIG_FILE: file }: OciValues): string {
  return file ?? join(homedir(), '.oci', 'config');
}

function isReadable(file: string): boolean {
  try {
    accessSync(file, constants.R_OK);
    return true;
  } catch {
    return false;
  }
}

/** The endpoint itself, or any address below it: what the interface of APM adds is cut off. A key travels in the clear on this machine alone. */
function readUploadEndpoint(value: string): string {
  const url = URL.parse(value);
  const isHere = url?.protocol === 'http:' && /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(url.hostname);
  if (!url || (url.protocol !== 'https:' && !isHere)) throw new Error('must be an absolute https address');
  if (url.username !== '' || url.password !== '') throw new Error('must be an address without a password');
  const path = url.pathname.replace(/\/20200101(\/.*)?$/, '').replace(/\/+$/, '');
  return `${url.origin}${path}`;
}

function like(
  describe: string,
  pattern: RegExp,
  { example }: { example: string },
): Setting<string> & { isOptional: true } {
  return { ...text(describe, optional), parse: (value) => matching(value, pattern, `must be like ${example}`) };
}

function matching(value: string, pattern: RegExp, message: string): string {
  if (!pattern.test(value)) throw new Error(message);
  return value;
}
