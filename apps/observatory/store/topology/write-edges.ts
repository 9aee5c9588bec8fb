import type { DatabaseSync } from 'node:sqlite';
import type { ArrivedSpan } from '../arrivals.ts';
import { bucketOf } from '../rates/duration-buckets.ts';
import { otherNode } from './nodes.ts';
import { type Call, callPairing, type Peers } from './pair-calls.ts';
import { bucketsTogether } from './schema.ts';

/** Counts calls by minute, both ends and duration, so that who calls whom needs no look at single spans. */
export interface EdgeWriter {
  note(arrived: ArrivedSpan): void;
  /** To be called with every batch, before it is committed. */
  write(): void;
  /** Forgets what it knows of the tables, after a batch failed. */
  clear(): void;
}

type Key = readonly [minute: number, from: string, to: string, kind: string, bucket: number];

const minuteUs = 60_000_000;
const oldestMinutes = 1500;
const mostEdges = 300;
const mostPeers = 1000;

export function edgeWriter(db: DatabaseSync, nowMs: () => number): EdgeWriter {
  const upsert = db.prepare(
    `insert into edge_minutes (minute, from_node, to_node, kind, bucket, calls, errors) values (?, ?, ?, ?, ?, ?, ?)
     on conflict do update set calls = calls + excluded.calls, errors = errors + excluded.errors`,
  );
  const peers = knownPeers(db);
  const pairing = callPairing(peers);
  const edges = new Set(
    db
      .prepare('select distinct from_node, to_node from edge_minutes')
      .all()
      .map(({ from_node, to_node }) => `${from_node}\n${to_node}`),
  );

  /** Nodes are told apart up to a number of edges, whatever spans say. */
  function placeOf({ from, to }: Call): string {
    const edge = `${from}\n${to}`;
    if (!edges.has(edge) && edges.size >= mostEdges) return otherNode;
    edges.add(edge);
    return to;
  }

  return {
    note: (arrived) => pairing.note(arrived, nowMs()),
    write() {
      const counts = new Map<string, { key: Key; calls: number; errors: number }>();
      for (const call of pairing.settle(nowMs())) {
        const minute = Math.floor(call.endUs / minuteUs);
        if (minute < nowMs() / 60_000 - oldestMinutes) continue;
        const bucket = Math.ceil(bucketOf(call.durationMs) / bucketsTogether);
        const key: Key = [minute, call.from, placeOf(call), call.kind, bucket];
        const counted = counts.get(key.join('\n')) ?? { key, calls: 0, errors: 0 };
        counted.calls += 1;
        counted.errors += call.isError ? 1 : 0;
        counts.set(key.join('\n'), counted);
      }
      for (const { key, calls, errors } of counts.values()) upsert.run(...key, calls, errors);
      peers.write();
    },
    clear: () => peers.clear(),
  };
}

function knownPeers(db: DatabaseSync): Peers & { write(): void; clear(): void } {
  const upsert = db.prepare(
    'insert into peers (address, service) values (?, ?) on conflict do update set service = excluded.service',
  );
  const rows = db.prepare('select address, service from peers').all();
  const known = new Map(rows.map(({ address, service }) => [String(address), String(service)]));
  const unwritten = new Set<string>();
  return {
    serviceAt: (address) => known.get(address),
    learn(address, service) {
      if (known.get(address) === service || (known.size >= mostPeers && !known.has(address))) return;
      known.set(address, service);
      unwritten.add(address);
    },
    write() {
      for (const address of unwritten) upsert.run(address, known.get(address) ?? '');
      unwritten.clear();
    },
    clear: () => unwritten.clear(),
  };
}
