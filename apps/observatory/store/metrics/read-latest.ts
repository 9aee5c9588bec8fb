import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import type { MetricPoint } from '@octo/contracts/observatory-metrics.ts';
import { nanoText } from '../nano.ts';
import { keptPoint } from './latest-points.ts';

export function latestReader(db: DatabaseSync) {
  const find = db.prepare(
    `select m.name, m.kind, m.unit, m.description, s.service, s.attributes, l.time_us, l.time_rest, l.content
     from metric_latest l join metric_series s on s.id = l.series join metric_names m on m.id = s.metric
     where (?1 is null or s.service = ?1) and (?2 is null or m.name = ?2)
     order by s.service, m.name, s.attributes, l.instance limit ?3`,
  );
  return ({ service, name }: { service: string | undefined; name: string | undefined }, limit: number): MetricPoint[] =>
    find.all(service ?? null, name ?? null, limit).map(pointOf);
}

function pointOf(row: Record<string, SQLOutputValue>): MetricPoint {
  const kind = kindOf(String(row.kind));
  const { value, count, sum } = keptPoint(String(row.content));
  const isSpread = kind === 'histogram';
  return {
    service: String(row.service),
    name: String(row.name),
    description: String(row.description),
    unit: String(row.unit),
    kind,
    attributes: Object.fromEntries(JSON.parse(String(row.attributes))),
    timeUnixNano: nanoText({ us: Number(row.time_us), rest: Number(row.time_rest) }),
    value: isSpread ? null : value,
    count: isSpread ? count : null,
    sum: isSpread ? sum : null,
  };
}

/** The writer writes no other. */
function kindOf(kind: string): MetricPoint['kind'] {
  return kind as MetricPoint['kind'];
}
