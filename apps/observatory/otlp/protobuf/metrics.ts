import { clip, hasRoom, limits, type Tally } from '../limits.ts';
import type { FromResource, MetricPointRecord } from '../records.ts';
import { type PointShape, pointShapes, readPoint } from './metric-points.ts';
import { enumeration, message, type Reader, skip, tag, text } from './reader.ts';
import { readExport } from './resource.ts';

const delta = 1;

/** Reads an ExportMetricsServiceRequest, by the numbers of opentelemetry/proto/metrics/v1/metrics.proto. */
export function readMetrics(body: Buffer, tally: Tally): FromResource<MetricPointRecord>[] {
  return readExport<MetricPointRecord>(body, tally, (reader, add) => readMetric(reader, tally, add));
}

function readMetric(reader: Reader, tally: Tally, add: (point: MetricPointRecord) => void): void {
  const about = { name: '', description: '', unit: '' };
  // One of them; where there are more, the last one counts.
  let data: { shape: PointShape; points: Reader } | undefined;
  while (reader.at < reader.end) {
    const key = tag(reader);
    const [field, wire] = [key >>> 3, key & 7];
    const shape = pointShapes[field];
    if (field === 1) about.name = clip(text(reader, wire), limits.nameLength, tally);
    else if (field === 2) about.description = clip(text(reader, wire), limits.nameLength, tally);
    else if (field === 3) about.unit = clip(text(reader, wire), limits.keyLength, tally);
    else if (shape) data = { shape, points: message(reader, wire) };
    else skip(reader, wire);
  }
  if (!data) return;
  for (const point of readPoints(data.points, data.shape, tally)) add({ ...about, ...point });
}

/** How sums are meant stands beside the points, and may come after them. */
function readPoints(reader: Reader, shape: PointShape, tally: Tally): ReturnType<typeof readPoint>[] {
  const points: ReturnType<typeof readPoint>[] = [];
  const how = { isDelta: false, isMonotonic: false };
  while (reader.at < reader.end) {
    const key = tag(reader);
    const [field, wire] = [key >>> 3, key & 7];
    if (field === 1 && hasRoom(tally)) points.push(readPoint(message(reader, wire), shape, tally));
    else if (field === 2 && shape.isSummed) how.isDelta = enumeration(reader, wire) === delta;
    else if (field === 3 && shape.isSummed) how.isMonotonic = enumeration(reader, wire) === 1;
    else skip(reader, wire);
  }
  for (const point of points) Object.assign(point, how);
  return points;
}
