import type { DatabaseSync } from 'node:sqlite';
import type { MetricHistoryKind } from '@octo/contracts/observatory-metric-kinds.ts';
import type { FlatAttributes } from '../../otlp/records.ts';

export interface KeptMetric {
  readonly id: number;
  readonly name: string;
  readonly kind: MetricHistoryKind;
  readonly unit: string;
  readonly description: string;
  readonly heardMs: number;
}

export interface KeptSeries {
  readonly id: number;
  readonly service: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly heardMs: number;
}

export interface SeriesReader {
  /** Of more than one kind under a name, the one that was heard of last; undefined for none. */
  find(name: string): KeptMetric | undefined;
  all(): KeptMetric[];
  seriesOf(metric: number): KeptSeries[];
}

/** An attribute may have the same name; a service is what most look for. */
const serviceAttribute = 'service';

export function seriesReader(db: DatabaseSync): SeriesReader {
  const columns = 'id, name, kind, unit, description, heard_ms as heardMs';
  const find = db.prepare(`select ${columns} from metric_names where name = ? order by heard_ms desc, id limit 1`);
  const all = db.prepare(`select ${columns} from metric_names order by name, kind`);
  const series = db.prepare('select id, service, attributes, heard_ms from metric_series where metric = ? order by id');
  return {
    find(name) {
      const found = find.get(name);
      return found && asMetric(found);
    },
    all: () => all.all().map(asMetric),
    seriesOf: (metric) =>
      series.all(metric).map(({ id, service, attributes, heard_ms }) => ({
        id: Number(id),
        service: String(service),
        attributes: attributesOf(String(attributes)),
        heardMs: Number(heard_ms),
      })),
  };
}

/** The value of an attribute of a series, or its service; empty where it has none. */
export function attributeOf({ service, attributes }: KeptSeries, attribute: string): string {
  return attribute === serviceAttribute ? service : (attributes[attribute] ?? '');
}

function attributesOf(entries: string): Record<string, string> {
  const pairs: [string, FlatAttributes[string]][] = JSON.parse(entries);
  return Object.fromEntries(pairs.map(([name, value]) => [name, String(value)]));
}

/** The columns of both statements are these. */
function asMetric(row: object): KeptMetric {
  return row as KeptMetric;
}
