import type { DatabaseSync } from 'node:sqlite';
import type { ArrivedSpan } from '../arrivals.ts';
import { type FewKeys, fewKeys } from '../few-keys.ts';
import { bucketOf } from '../rates/duration-buckets.ts';
import { longestWindowMinutes } from '../rates/spans-of-time.ts';
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
const mostEdges = 300;
const idleMinutes = 120;
const mostPeers = 1000;

export function edgeWriter(db: DatabaseSync, nowMs: () => number): EdgeWriter {
  const upsert = db.prepare(
    `insert into edge_minutes (minute, from_node, to_node, kind, bucket, calls, errors) values (?, ?, ?, ?, ?, ?, ?)
     on conflict do update set calls = calls + excluded.calls, errors = errors + excluded.errors`,
  );
  const peers = knownPeers(db);
  const pairing = callPairing(peers);
  const edges = knownEdges(db);

  /** Nodes are told apart up to a number of edges, whatever spans say. */
  function placeOf({ from, to }: Call, minute: number): string {
    return edges.admit(`${from}\n${to}`, minute) ? to : otherNode;
  }

  return {
    note: (arrived) => pairing.note(arrived, nowMs()),
    write() {
      const counts = new Map<string, { key: Key; calls: number; errors: number }>();
      for (const call of pairing.settle(nowMs())) {
        const minute = Math.floor(call.endUs / minuteUs);
        if (minute < nowMs() / 60_000 - longestWindowMinutes) continue;
        const bucket = Math.ceil(bucketOf(call.durationMs) / bucketsTogether);
        const key: Key = [minute, call.from, placeOf(call, minute), call.kind, bucket];
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

/** An edge that was not heard of for two hours makes room for another. */
function knownEdges(db: DatabaseSync): FewKeys {
  const edges = fewKeys(mostEdges, idleMinutes);
  const rows = db.prepare(
    `select from_node, to_node, max(minute) as minute from edge_minutes where to_node <> ?
     group by 1, 2 order by 3 desc limit ${mostEdges}`,
  );
  for (const { from_node, to_node, minute } of rows.all(otherNode).toReversed())
    edges.admit(`${from_node}\n${to_node}`, Number(minute));
  return edges;
}

function knownPeers(db: DatabaseSync): Peers & { write(): void; clear(): void } {
  const upsert = db.prepare(
    'insert into peers (address, service) values (?, ?) on conflict do update set service = excluded.service',
  );
  const forget = db.prepare('delete from peers where address = ?');
  const rows = db.prepare('select address, service from peers').all();
  const known = new Map(rows.map(({ address, service }) => [String(address), String(service)]));
  const unwritten = new Set<string>();
  return {
    serviceAt: (address) => known.get(address),
    learn(address, service) {
      if (known.get(address) === service) return;
      const [oldest] = known.keys();
      if (known.size >= mostPeers && oldest !== undefined) {
        known.delete(oldest);
        unwritten.add(oldest);
      }
      known.set(address, service);
      unwritten.add(address);
    },
    write() {
      for (const address of unwritten) {
        const service = known.get(address);
        if (service === undefined) forget.run(address);
        else upsert.run(address, service);
      }
      unwritten.clear();
    },
    clear: () => unwritten.clear(),
  };
}
