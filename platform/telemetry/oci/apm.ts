import type { NamedReceiver } from '../otlp/sender.ts';

/** Where an APM domain takes OTLP. Its metrics have no `private` in their path, and it takes no log lines. */
export function apmReceivers(endpoint: string, dataKey: string): { traces: NamedReceiver; metrics: NamedReceiver } {
  const receiver = (path: string): NamedReceiver => ({
    name: 'oci_apm',
    url: `${endpoint}/20200101/opentelemetry/${path}`,
    headers: { authorization: `dataKey ${dataKey}` },
    isCompressed: true,
  });
  return { traces: receiver('private/v1/traces'), metrics: receiver('v1/metrics') };
}
