import type { DatabaseSync } from 'node:sqlite';

/** What decides which spans of a large trace are shown first. */
export interface SpanWeight {
  readonly id: number;
  readonly spanId: string;
  readonly parentId: string | null;
  readonly isError: boolean;
  readonly durationMs: number;
}

const rowsAtOnce = 10_000;

/** Reads the weights of the spans between two rows, a bounded number at a time. */
export async function readWeights(db: DatabaseSync, first: number, last: number): Promise<SpanWeight[]> {
  const statement = db.prepare(
    `select id, hex(span_id) as span_id, case when parent_id is not null then hex(parent_id) end as parent_id, status, duration_ms
     from spans where id between ? and ? order by id limit ?`,
  );
  const weights: SpanWeight[] = [];
  for (let from = first; ; ) {
    const rows = statement.all(from, last, rowsAtOnce);
    for (const { id, span_id, parent_id, status, duration_ms } of rows)
      weights.push({
        id: Number(id),
        spanId: String(span_id),
        parentId: parent_id === null ? null : String(parent_id),
        isError: status === 2,
        durationMs: Number(duration_ms),
      });
    const lastRead = weights.at(-1);
    if (rows.length < rowsAtOnce || !lastRead) return weights;
    from = lastRead.id + 1;
    await new Promise(setImmediate);
  }
}

/** The rows of the errors and then of the longest, each with all that is above it: what took the time is among them. */
export function weightiest(weights: readonly SpanWeight[], most: number): number[] {
  const bySpan = new Map(weights.map((weight) => [weight.spanId, weight]));
  const chosen = new Set<number>();
  const ordered = weights.toSorted(
    (one, other) => Number(other.isError) - Number(one.isError) || other.durationMs - one.durationMs,
  );
  for (const weight of ordered) {
    const way: number[] = [];
    const lineage = new Set<SpanWeight>();
    for (let at: SpanWeight | undefined = weight; at && !chosen.has(at.id) && !lineage.has(at); ) {
      lineage.add(at);
      way.push(at.id);
      at = at.parentId === null ? undefined : bySpan.get(at.parentId);
    }
    if (chosen.size + way.length <= most) for (const id of way) chosen.add(id);
    else if (chosen.size >= most) break;
  }
  return [...chosen].sort((one, other) => one - other);
}
