import type { SettingFault, Values } from './read-settings.ts';
import { commaSeparated, text, webAddress, whole } from './settings.ts';

/** What the pages of a service are told, so that they tell of the visits that they get. */
export const rumSettings = {
  RUM_URL: webAddress(
    'Where browsers reach the observatory, which its pages then tell of visits; without it they tell nothing',
    { isOptional: true },
  ),
  RUM_SAMPLE_PERCENT: whole('Of a hundred visits so many are told of', { min: 0, max: 100 }, { fallback: 100 }),
  RUM_TRACE_ORIGINS: {
    describe: 'Other origins whose calls from a page carry its trace, comma separated',
    parse: readOrigins,
    fallback: [],
  },
  OCI_APM_RUM_ENDPOINT: webAddress(
    'Data upload endpoint of an OCI APM domain; the pages then load its browser agent instead',
    { isOptional: true },
  ),
  OCI_APM_RUM_PUBLIC_KEY: text('Public data key of that domain; everybody who opens a page can read it', {
    isOptional: true,
  }),
  OCI_APM_RUM_WEB_APPLICATION: text('Web application in that domain; the name of the service when absent', {
    isOptional: true,
  }),
};

/** Who is told of the visits to the pages of a service: the observatory, or OCI by its own agent. */
export type RumConfig =
  | {
      kind: 'observatory';
      url: string;
      samplePercent: number;
      traceOrigins: readonly string[];
      release: string;
    }
  | {
      kind: 'agent';
      endpoint: string;
      publicKey: string;
      webApplication: string;
      serviceName: string;
      traceOrigins: readonly string[];
    };

type RumValues = Values<typeof rumSettings>;

/** An agent that knows where to and not as whom, or the other way round, would tell nobody anything. */
export function rumFaults(values: Partial<RumValues>): SettingFault[] {
  const { OCI_APM_RUM_ENDPOINT: endpoint, OCI_APM_RUM_PUBLIC_KEY: key } = values;
  const { OCI_APM_RUM_WEB_APPLICATION: application } = values;
  const isAsked = endpoint !== undefined || key !== undefined || application !== undefined;
  if (!isAsked) return [];
  const required = (setting: string) => ({ setting, message: 'is required where another OCI_APM_RUM_ setting is set' });
  return [
    ...(endpoint === undefined ? [required('OCI_APM_RUM_ENDPOINT')] : []),
    ...(key === undefined ? [required('OCI_APM_RUM_PUBLIC_KEY')] : []),
  ];
}

/** Undefined tells nobody. */
export function rumConfig(
  values: RumValues,
  service: { name: string; version: string; gitSha: string },
): RumConfig | undefined {
  const { OCI_APM_RUM_ENDPOINT: endpoint, OCI_APM_RUM_PUBLIC_KEY: publicKey, RUM_URL: url } = values;
  const traceOrigins = values.RUM_TRACE_ORIGINS;
  if (endpoint !== undefined && publicKey !== undefined) {
    const webApplication = values.OCI_APM_RUM_WEB_APPLICATION ?? service.name;
    return { kind: 'agent', endpoint, publicKey, webApplication, serviceName: service.name, traceOrigins };
  }
  if (url === undefined) return undefined;
  const { version, gitSha } = service;
  const release = gitSha === 'unknown' ? version : `${version}+${gitSha.slice(0, 7)}`;
  return { kind: 'observatory', url, samplePercent: values.RUM_SAMPLE_PERCENT, traceOrigins, release };
}

function readOrigins(value: string): string[] {
  const origins = commaSeparated(value);
  if (origins.some((origin) => URL.parse(origin)?.origin !== origin))
    throw new Error('must be origins such as https://shop.example.com');
  return origins;
}
