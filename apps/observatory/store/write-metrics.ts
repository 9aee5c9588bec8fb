import type { DatabaseSync } from 'node:sqlite';
import type { FromResource, MetricPointRecord } from '../otlp/records.ts';
import { splitNano } from './nano.ts';

export interface MetricWriter {
  /** Within a transaction. Only the newest point of each series is kept, and of too many series the newest. */
  write(arrivals: readonly FromResource<MetricPointRecord>[]): number;
}

const mostSeries = 10_000;
/** Of the store, as other signals have to have room too. */
const share = 1 / 8;

export function metricWriter(db: DatabaseSync, limitBytes: number): MetricWriter {
  const upsert = db.prepare(
    `insert into metric_series (series, time_us, time_rest, content) values (?, ?, ?, ?)
     on conflict (series) do update set time_us = excluded.time_us, time_rest = excluded.time_rest, content = excluded.content
     where excluded.time_us >= time_us`,
  );
  const dropOldest = db.prepare(
    `delete from metric_series where id in (
       select id from (
         select id, row_number() over newest as place, sum(2 * octet_length(series) + octet_length(content) + 100) over newest as bytes
         from metric_series window newest as (order by time_us desc, id desc rows unbounded preceding)
       ) where place > ? or bytes > ?
     )`,
  );
  return {
    write(arrivals) {
      let written = 0;
      for (const { items, resource } of arrivals)
        for (const { timeNano, ...point } of items) {
          const instance = resource.attributes['service.instance.id'] ?? '';
          const series = JSON.stringify([
            resource.service,
            instance,
            point.name,
            Object.entries(point.attributes).sort(),
          ]);
          const { us, rest } = splitNano(timeNano);
          upsert.run(series, us, rest, JSON.stringify({ service: resource.service, ...point }));
          written += 1;
        }
      if (written > 0) dropOldest.run(mostSeries, limitBytes * share);
      return written;
    },
  };
}
