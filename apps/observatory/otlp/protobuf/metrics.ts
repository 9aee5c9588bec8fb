import { clip, type Gathering, gather, hasRoom, limits, type Tally } from '../limits.ts';
import type { FromResource, MetricKind, MetricPointRecord } from '../records.ts';
import { readAttribute } from './attributes.ts';
import { double, fixed64, message, type Reader, sfixed64, skip, tag, text } from './reader.ts';
import { readExport } from './resource.ts';

type PointNumbers = Partial<Record<'attributes' | 'double' | 'int' | 'count' | 'sum', number>>;

/** Where a point of each kind keeps what we read; all of them have their time in field 3. */
const kinds: Readonly<Record<number, { kind: MetricKind; numbers: PointNumbers }>> = {
  5: { kind: 'gauge', numbers: { double: 4, int: 6, attributes: 7 } },
  7: { kind: 'sum', numbers: { double: 4, int: 6, attributes: 7 } },
  9: { kind: 'histogram', numbers: { count: 4, sum: 5, attributes: 9 } },
  10: { kind: 'histogram', numbers: { attributes: 1, count: 4, sum: 5 } },
  11: { kind: 'summary', numbers: { count: 4, sum: 5, attributes: 7 } },
};

/** Reads an ExportMetricsServiceRequest, by the numbers of opentelemetry/proto/metrics/v1/metrics.proto. */
export function readMetrics(body: Buffer, tally: Tally): FromResource<MetricPointRecord>[] {
  return readExport<MetricPointRecord>(body, tally, (reader, add) => readMetric(reader, tally, add));
}

function readMetric(reader: Reader, tally: Tally, add: (point: MetricPointRecord) => void): void {
  const about = { name: '', description: '', unit: '' };
  // One of them; where there are more, the last one counts.
  let data: { field: number; points: Reader } | undefined;
  while (reader.at < reader.end) {
    const key = tag(reader);
    const [field, wire] = [key >>> 3, key & 7];
    if (field === 1) about.name = clip(text(reader, wire), limits.nameLength, tally);
    else if (field === 2) about.description = clip(text(reader, wire), limits.nameLength, tally);
    else if (field === 3) about.unit = clip(text(reader, wire), limits.keyLength, tally);
    else if (kinds[field]) data = { field, points: message(reader, wire) };
    else skip(reader, wire);
  }
  if (data) readPoints(data.points, data.field, tally, (point) => add({ ...about, ...point }));
}

type Point = Omit<MetricPointRecord, 'name' | 'description' | 'unit'>;

function readPoints(reader: Reader, field: number, tally: Tally, add: (point: Point) => void): void {
  const shape = kinds[field];
  while (reader.at < reader.end) {
    const key = tag(reader);
    if (key >>> 3 === 1 && shape && hasRoom(tally)) add(readPoint(message(reader, key & 7), shape, tally));
    else skip(reader, key & 7);
  }
}

function readPoint(reader: Reader, shape: { kind: MetricKind; numbers: PointNumbers }, tally: Tally): Point {
  const gathering = gather(limits.attributes, tally);
  const point: Point = {
    kind: shape.kind,
    timeNano: 0n,
    attributes: gathering.attributes,
    value: undefined,
    count: undefined,
    sum: undefined,
  };
  while (reader.at < reader.end) {
    const key = tag(reader);
    readPointField(reader, key >>> 3, key & 7, point, shape.numbers, gathering);
  }
  return point;
}

function readPointField(
  reader: Reader,
  field: number,
  wire: number,
  point: Point,
  numbers: PointNumbers,
  gathering: Gathering,
): void {
  if (field === numbers.attributes) readAttribute(message(reader, wire), gathering);
  else if (field === 3) point.timeNano = fixed64(reader, wire);
  else if (field === numbers.double) point.value = double(reader, wire);
  else if (field === numbers.int) point.value = Number(sfixed64(reader, wire));
  else if (field === numbers.count) point.count = Number(fixed64(reader, wire));
  else if (field === numbers.sum) point.sum = double(reader, wire);
  else skip(reader, wire);
}
