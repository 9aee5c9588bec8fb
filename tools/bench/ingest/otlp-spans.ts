// As much of OTLP's protobuf as it takes to send the same spans again as others.
interface Field {
  number: number;
  /** Where its content begins and ends. */
  start: number;
  end: number;
}

const lengthDelimited = 2;
const fixedBytes: Readonly<Record<number, number>> = { 1: 8, 5: 4 };
/** ExportTraceServiceRequest.resource_spans → scope_spans → spans. */
const toSpans = [1, 2, 2] as const;
const idFields = new Set([1, 2, 4]);
const timeFields = new Set([7, 8]);

/** A copy of an export whose spans have other ids, and happened so much later. The same number makes the same ids. */
export function renewSpans(body: Buffer, number: number, laterNanos: bigint): Buffer {
  const renewed = Buffer.from(body);
  for (const span of spansOf(body)) {
    for (const field of fieldsOf(body, span)) {
      if (idFields.has(field.number)) {
        const at = field.end - 4;
        renewed.writeUInt32BE((body.readUInt32BE(at) ^ number) >>> 0, at);
      } else if (timeFields.has(field.number)) {
        renewed.writeBigUInt64LE(body.readBigUInt64LE(field.start) + laterNanos, field.start);
      }
    }
  }
  return renewed;
}

export function countSpans(body: Buffer): number {
  return spansOf(body).length;
}

/** Of the first span, in hexadecimal. */
export function traceIdOf(body: Buffer): string {
  const [span] = spansOf(body);
  const id = span && fieldsOf(body, span).find(({ number }) => number === 1);
  if (!id) throw new Error('an export without a span');
  return body.toString('hex', id.start, id.end);
}

function spansOf(body: Buffer): Field[] {
  let found: Field[] = [{ number: 0, start: 0, end: body.length }];
  for (const number of toSpans)
    found = found.flatMap((each) => fieldsOf(body, each).filter((field) => field.number === number));
  return found;
}

function fieldsOf(body: Buffer, within: Field): Field[] {
  const fields: Field[] = [];
  for (let at = within.start; at < within.end; ) {
    const tag = readVarint(body, at);
    const number = Math.floor(tag.value / 8);
    const wire = tag.value % 8;
    const length = wire === lengthDelimited ? readVarint(body, tag.end) : undefined;
    const start = length?.end ?? tag.end;
    const end = wire === 0 ? readVarint(body, start).end : start + (length?.value ?? fixedBytes[wire] ?? Number.NaN);
    if (!(end <= within.end)) throw new RangeError('not an export of spans');
    fields.push({ number, start, end });
    at = end;
  }
  return fields;
}

function readVarint(body: Buffer, from: number): { value: number; end: number } {
  let value = 0;
  for (let at = from, scale = 1; ; at += 1, scale *= 128) {
    const byte = body.readUInt8(at);
    value += (byte % 128) * scale;
    if (byte < 128) return { value, end: at + 1 };
  }
}
