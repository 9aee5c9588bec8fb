import type { DatabaseSync } from 'node:sqlite';
import type { MetricPoint } from '@octo/contracts/observatory-services.ts';
import { nanoText } from './nano.ts';

export interface MetricReader {
  list(search: { service: string | undefined; name: string | undefined }, limit: number): MetricPoint[];
}

export function metricReader(db: DatabaseSync): MetricReader {
  const find = db.prepare(
    `select time_us, time_rest, content from metric_series
     where (?1 is null or json_extract(content, '$.service') = ?1) and (?2 is null or json_extract(content, '$.name') = ?2)
     order by json_extract(content, '$.service'), json_extract(content, '$.name'), series limit ?3`,
  );
  return {
    list: ({ service, name }, limit) =>
      find.all(service ?? null, name ?? null, limit).map(({ time_us, time_rest, content }) => ({
        value: null,
        count: null,
        sum: null,
        ...contentOf(String(content)),
        timeUnixNano: nanoText({ us: Number(time_us), rest: Number(time_rest) }),
      })),
  };
}

/** Only the writer of metrics writes it; what a point does not have is left out of it. */
function contentOf(content: string): Omit<MetricPoint, 'timeUnixNano' | 'value' | 'count' | 'sum'> {
  return JSON.parse(content);
}
