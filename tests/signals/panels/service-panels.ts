import { browserService } from '@octo/contracts/browser-telemetry.ts';
import { getMedianTrace, getTrace, listTraces } from '@octo/contracts/observatory.ts';
import { listLogs } from '@octo/contracts/observatory-logs.ts';
import { listServices } from '@octo/contracts/observatory-services.ts';
import { getStatus } from '@octo/contracts/observatory-status.ts';
import { getTopology, type TopologyNode } from '@octo/contracts/observatory-topology.ts';
import { observatoryName, serviceNames } from '@octo/contracts/telemetry/services.ts';
import { asked, type Panel, type Source } from './panel.ts';

const { shop, crm, gateway } = serviceNames;

const ofServices: readonly Panel[] = Object.values(serviceNames).map((name) => ({
  id: `/services “${name}”`,
  async hasData(source) {
    const { services } = await asked(source, listServices, { query: { minutes: 15 } });
    const found = services.find(({ service }) => service === name);
    return found !== undefined && found.requests > 0 && found.p95Ms !== null && found.routes.length > 0;
  },
}));

/** Who calls whom, and how. */
const calls = [
  [browserService, shop, 'request'],
  [browserService, crm, 'request'],
  [shop, crm, 'request'],
  [shop, crm, 'message'],
  [crm, shop, 'message'],
  [crm, gateway, 'request'],
  [gateway, shop, 'request'],
  [gateway, crm, 'request'],
  [gateway, observatoryName, 'request'],
  [shop, 'database', 'statement'],
  [crm, 'database', 'statement'],
  [gateway, 'database', 'statement'],
] as const;

const ofTopology: readonly Panel[] = calls.map(([from, to, kind]) => ({
  id: `/topology “${from} → ${to}: ${kind}”`,
  async hasData(source) {
    const { nodes, edges } = await asked(source, getTopology, { query: { minutes: 15 } });
    const isAt = (id: string, place: string) => nodes.some((node) => node.id === id && placeOf(node) === place);
    const edge = edges.find((one) => isAt(one.from, from) && isAt(one.to, to) && one.kind === kind);
    return edge !== undefined && edge.calls > 0 && edge.p95Ms !== null;
  },
}));

/** A service by its name, anything else by what it is. */
function placeOf({ kind, name }: TopologyNode): string {
  return kind === 'service' ? name : kind;
}

/** The last checkout. */
async function someTrace(source: Source): Promise<string> {
  const { traces } = await asked(source, listTraces, { query: { service: shop, workflow: 'checkout', limit: 1 } });
  return traces[0]?.traceId ?? '0'.repeat(32);
}

const ofTraces: readonly Panel[] = [
  {
    id: '/traces/:traceId “spans”',
    hasData: async (source) =>
      (await asked(source, getTrace, { params: { traceId: await someTrace(source) } })).spans.length > 1,
  },
  {
    id: '/traces/:traceId “compared with the usual”',
    hasData: async (source) =>
      (await asked(source, getMedianTrace, { params: { traceId: await someTrace(source) } })).compared > 0,
  },
  {
    id: '/traces/:traceId “log lines”',
    hasData: async (source) =>
      (await asked(source, listLogs, { query: { traceId: await someTrace(source) } })).logs.length > 0,
  },
];

export const servicePanels: readonly Panel[] = [
  ...ofServices,
  ...ofTopology,
  ...ofTraces,
  {
    id: '/status',
    async hasData(source) {
      const { spans, logs, metricPoints, oldestSpanUnixNano } = await asked(source, getStatus);
      return Math.min(spans, logs, metricPoints) > 0 && oldestSpanUnixNano !== null;
    },
  },
];
