import { browserService } from '@octo/contracts/browser-telemetry.ts';
import type { TopologyEdge, TopologyNode } from '@octo/contracts/observatory-topology.ts';
import { observatoryName } from '@octo/contracts/telemetry/services.ts';
import { attributeNames as names } from '@octo/platform/telemetry/names/attributes.ts';
import { rumPath, tracesPath } from '../../paths.ts';

export type NodesById = ReadonlyMap<string, TopologyNode>;

/** The traces that an edge is made of; with `isFailed` those in which something failed. */
export function edgePath(edge: TopologyEdge, nodes: NodesById, minutes: number, isFailed = false): string {
  const [from, to] = [nodes.get(edge.from), nodes.get(edge.to)];
  const status = isFailed ? 'error' : undefined;
  const shared = { status, minutes };
  if (from?.kind === 'callers') return tracesPath({ service: to?.name, ...shared });
  if (from?.kind === 'browser') return tracesPath({ service: to?.name, alongside: browserService, ...shared });
  const service = from?.name;
  if (to?.kind === 'database') return tracesPath({ service, q: databaseTerms(to), ...shared });
  if (to?.kind === 'outside') return tracesPath({ service, q: addressTerms(to.name), ...shared });
  const [address, ...others] = to?.addresses ?? [];
  if (edge.kind === 'message') return tracesPath({ service, alongside: to?.name, q: `${names.messageId}=*`, minutes });
  // Where it is called at one address, that finds the calls themselves, answered or not.
  if (address !== undefined && others.length === 0) return tracesPath({ service, q: addressTerms(address), ...shared });
  return tracesPath({ service, alongside: to?.name, ...shared });
}

/** What a node did itself; of what sends no spans, who speaks to it. */
export function nodePath(node: TopologyNode, minutes: number): string {
  if (node.name === observatoryName) return '/status';
  if (node.kind === 'service') return tracesPath({ service: node.name, minutes });
  if (node.kind === 'browser') return rumPath({ minutes });
  if (node.kind === 'database') return tracesPath({ q: databaseTerms(node), minutes });
  return node.kind === 'outside' ? tracesPath({ q: addressTerms(node.name), minutes }) : tracesPath({ minutes });
}

function databaseTerms({ system, name }: TopologyNode): string {
  return `${names.databaseSystem}=${system} ${names.database}=${name}`;
}

function addressTerms(address: string): string {
  const [, host, port] = /^(.*):(\d+)$/.exec(address) ?? [];
  return host === undefined ? `${names.host}=${address}` : `${names.host}=${host} ${names.port}=${port}`;
}
