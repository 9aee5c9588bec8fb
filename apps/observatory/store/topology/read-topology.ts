import type { DatabaseSync } from 'node:sqlite';
import type { TopologyEdge, TopologyNode } from '@octo/contracts/observatory-topology.ts';
import { percentile } from '../rates/duration-buckets.ts';
import { nodeId, readNode } from './nodes.ts';
import { ownAddresses, ownNode } from './own-addresses.ts';
import { bucketsTogether } from './schema.ts';

export interface Topology {
  readonly nodes: TopologyNode[];
  readonly edges: TopologyEdge[];
}

export interface TopologyReader {
  /** Of some addresses it is known that the observatory answers there, which sends no spans. */
  read(windowMinutes: number, nowMs: number, isOwn: (address: string) => boolean): Topology;
}

interface Count {
  readonly from_node: string;
  readonly to_node: string;
  readonly kind: TopologyEdge['kind'];
  readonly bucket: number;
  readonly calls: number;
  readonly errors: number;
}

/** Of a service. */
const mostAddresses = 10;
/** The middle of buckets that are counted together. */
const middle = (bucketsTogether - 1) / 2;

export function topologyReader(db: DatabaseSync): TopologyReader {
  const counted = db.prepare(
    `select from_node, to_node, kind, bucket, sum(calls) as calls, sum(errors) as errors from edge_minutes
     where minute > ? group by from_node, to_node, kind, bucket`,
  );
  const peers = db.prepare('select address, service from peers order by address');
  return {
    read(windowMinutes, nowMs, isOwn) {
      const own = ownAddresses(isOwn);
      const counts = counted.all(Math.floor(nowMs / 60_000) - windowMinutes).map((row) => own.named(asCount(row)));
      const byEdge = Map.groupBy(counts, ({ from_node, to_node, kind }) => `${from_node}\n${to_node}\n${kind}`);
      const edges = [...byEdge.values()]
        .flatMap((own) => edgeOf(own, windowMinutes))
        .sort((one, other) => other.calls - one.calls || (one.from + one.to < other.from + other.to ? -1 : 1));
      const addresses = Map.groupBy(peers.all(), ({ service }) => nodeId('service', String(service)));
      const addressesOf = (id: string) =>
        (id === ownNode ? own.seen() : (addresses.get(id) ?? []).map(({ address }) => String(address))).slice(
          0,
          mostAddresses,
        );
      return { nodes: nodesOf(edges, addressesOf), edges };
    },
  };
}

function edgeOf(counts: readonly Count[], windowMinutes: number): TopologyEdge[] {
  const [first] = counts;
  if (!first) return [];
  const durations = durationsOf(counts);
  const calls = counts.reduce((total, count) => total + count.calls, 0);
  const errors = counts.reduce((total, count) => total + count.errors, 0);
  return [
    {
      from: first.from_node,
      to: first.to_node,
      kind: first.kind,
      calls,
      callsPerMinute: Math.round((calls / windowMinutes) * 1000) / 1000,
      errors,
      errorRate: errors / calls,
      p50Ms: percentile(durations, 0.5),
      p95Ms: percentile(durations, 0.95),
    },
  ];
}

/** Of two addresses of a node each has counts of its own. */
function durationsOf(counts: readonly Count[]): Map<number, number> {
  const durations = new Map<number, number>();
  for (const { bucket, calls } of counts) {
    const place = bucket * bucketsTogether - middle;
    durations.set(place, (durations.get(place) ?? 0) + calls);
  }
  return durations;
}

function nodesOf(edges: readonly TopologyEdge[], addressesOf: (id: string) => string[]): TopologyNode[] {
  const nodes = new Map<string, TopologyNode>();
  for (const { from, to } of edges)
    for (const id of [from, to]) nodes.set(id, { ...readNode(id), addresses: addressesOf(id), calls: 0, errors: 0 });
  for (const { to, calls, errors } of edges) {
    const node = nodes.get(to);
    if (node) nodes.set(to, { ...node, calls: node.calls + calls, errors: node.errors + errors });
  }
  return [...nodes.values()];
}

/** The columns of the statement are these. */
function asCount(row: object): Count {
  return row as Count;
}
