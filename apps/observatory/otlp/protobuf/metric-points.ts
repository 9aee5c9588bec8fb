import { explicitBuckets, exponentialBuckets } from '../buckets.ts';
import { type Gathering, gather, limits, type Tally } from '../limits.ts';
import { type BucketCount, type ExemplarRecord, emptyPoint, type MetricKind } from '../records.ts';
import { readAttribute } from './attributes.ts';
import {
  bareEight,
  double,
  eightByteNumbers,
  fixed64,
  hex,
  message,
  type Reader,
  sfixed64,
  skip,
  tag,
  wholeNumbers,
  zigzag,
} from './reader.ts';

type Part =
  | 'attributes'
  | 'double'
  | 'int'
  | 'count'
  | 'sum'
  | 'counts'
  | 'bounds'
  | 'scale'
  | 'zeroCount'
  | 'positive'
  | 'exemplar';

/** Where a point of a kind keeps what we read; all of them have their start in field 2 and their time in field 3. */
export interface PointShape {
  readonly kind: MetricKind;
  /** Whether it says how its points are summed up. */
  readonly isSummed: boolean;
  readonly parts: Readonly<Record<number, Part>>;
}

const number = { 4: 'double', 5: 'exemplar', 6: 'int', 7: 'attributes' } as const;

/** By the numbers of Metric's fields. */
export const pointShapes: Readonly<Record<number, PointShape>> = {
  5: { kind: 'gauge', isSummed: false, parts: number },
  7: { kind: 'sum', isSummed: true, parts: number },
  9: {
    kind: 'histogram',
    isSummed: true,
    parts: { 4: 'count', 5: 'sum', 6: 'counts', 7: 'bounds', 8: 'exemplar', 9: 'attributes' },
  },
  10: {
    kind: 'histogram',
    isSummed: true,
    parts: { 1: 'attributes', 4: 'count', 5: 'sum', 6: 'scale', 7: 'zeroCount', 8: 'positive', 11: 'exemplar' },
  },
  11: { kind: 'summary', isSummed: false, parts: { 4: 'count', 5: 'sum', 7: 'attributes' } },
};

type Point = ReturnType<typeof emptyPoint>;

interface Draft {
  readonly point: Point;
  readonly gathering: Gathering;
  counts: number[];
  bounds: number[];
  scale: number | undefined;
  offset: number;
  zeroCount: number;
}

export function readPoint(reader: Reader, shape: PointShape, tally: Tally): Point {
  const gathering = gather(limits.attributes, tally);
  const point = { ...emptyPoint(shape.kind), attributes: gathering.attributes };
  const draft: Draft = { point, gathering, counts: [], bounds: [], scale: undefined, offset: 0, zeroCount: 0 };
  while (reader.at < reader.end) {
    const key = tag(reader);
    const [field, wire] = [key >>> 3, key & 7];
    const part = shape.parts[field];
    if (field === 2 && part === undefined) point.startNano = fixed64(reader, wire);
    else if (field === 3 && part === undefined) point.timeNano = fixed64(reader, wire);
    else if (part === undefined) skip(reader, wire);
    else readers[part](reader, wire, draft);
  }
  point.buckets = bucketsOf(draft, tally);
  return point;
}

const readers: Readonly<Record<Part, (reader: Reader, wire: number, draft: Draft) => void>> = {
  attributes: (reader, wire, { gathering }) => readAttribute(message(reader, wire), gathering),
  double: (reader, wire, { point }) => {
    point.value = double(reader, wire);
  },
  int: (reader, wire, { point }) => {
    point.value = Number(sfixed64(reader, wire));
  },
  count: (reader, wire, { point }) => {
    point.count = Number(fixed64(reader, wire));
  },
  sum: (reader, wire, { point }) => {
    point.sum = double(reader, wire);
  },
  counts: (reader, wire, { counts }) => void counts.push(...eightByteNumbers(reader, wire, most, bareWhole)),
  bounds: (reader, wire, { bounds }) => void bounds.push(...eightByteNumbers(reader, wire, most, bareDouble)),
  scale: (reader, wire, draft) => {
    draft.scale = zigzag(reader, wire);
  },
  zeroCount: (reader, wire, draft) => {
    draft.zeroCount = Number(fixed64(reader, wire));
  },
  positive: (reader, wire, draft) => readPositive(message(reader, wire), draft),
  exemplar: (reader, wire, { point }) => {
    const exemplar = readExemplar(message(reader, wire));
    if (point.exemplars.length < limits.exemplars) point.exemplars.push(exemplar);
  },
};

/** One more than is kept, so that too many are seen to be. */
const most = limits.buckets + 2;
const bareWhole = (reader: Reader) => Number(fixed64(reader, bareEight));
const bareDouble = (reader: Reader) => double(reader, bareEight);

function readPositive(reader: Reader, draft: Draft): void {
  while (reader.at < reader.end) {
    const key = tag(reader);
    const [field, wire] = [key >>> 3, key & 7];
    if (field === 1) draft.offset = zigzag(reader, wire);
    else if (field === 2) draft.counts.push(...wholeNumbers(reader, wire, most));
    else skip(reader, wire);
  }
}

function bucketsOf({ point, counts, bounds, scale, offset, zeroCount }: Draft, tally: Tally): BucketCount[] {
  if (point.kind !== 'histogram') return [];
  if (scale === undefined && zeroCount === 0) return explicitBuckets(counts, bounds, tally);
  return exponentialBuckets({ scale: scale ?? 0, offset, counts, zeroCount });
}

function readExemplar(reader: Reader): ExemplarRecord {
  const exemplar: ExemplarRecord = { timeNano: 0n, value: 0, traceId: '', spanId: '' };
  while (reader.at < reader.end) {
    const key = tag(reader);
    const [field, wire] = [key >>> 3, key & 7];
    if (field === 2) exemplar.timeNano = fixed64(reader, wire);
    else if (field === 3) exemplar.value = double(reader, wire);
    else if (field === 4) exemplar.spanId = hex(reader, wire);
    else if (field === 5) exemplar.traceId = hex(reader, wire);
    else if (field === 6) exemplar.value = Number(sfixed64(reader, wire));
    else skip(reader, wire);
  }
  return exemplar;
}
