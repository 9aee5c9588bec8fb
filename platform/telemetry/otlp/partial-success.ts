type Wire = number | Buffer;

/**
 * How many records a receiver took in this request and refused all the same: the first number of the first field of
 * ExportTraceServiceResponse and its siblings. 0 for an answer that says nothing of it, or nothing that can be read.
 */
export function readRejected(answer: Buffer): number {
  const partialSuccess = firstField(answer);
  const rejected = Buffer.isBuffer(partialSuccess) ? firstField(partialSuccess) : undefined;
  return typeof rejected === 'number' ? rejected : 0;
}

/** The field with the number 1, as a whole number or as bytes. */
function firstField(bytes: Buffer): Wire | undefined {
  let at = 0;
  while (at < bytes.length) {
    const key = varintAt(bytes, at);
    const content = key && contentAt(bytes, key.end, key.value % 8);
    if (!content || content.end > bytes.length) return undefined;
    if (Math.floor(key.value / 8) === 1) return content.value;
    at = content.end;
  }
  return undefined;
}

function contentAt(bytes: Buffer, at: number, wireType: number): { value: Wire | undefined; end: number } | undefined {
  if (wireType === 0) return varintAt(bytes, at);
  if (wireType === 1) return { value: undefined, end: at + 8 };
  if (wireType === 5) return { value: undefined, end: at + 4 };
  const length = wireType === 2 ? varintAt(bytes, at) : undefined;
  if (!length) return undefined;
  const end = length.end + length.value;
  return { value: bytes.subarray(length.end, end), end };
}

function varintAt(bytes: Buffer, start: number): { value: number; end: number } | undefined {
  let value = 0;
  for (let at = start; at < Math.min(bytes.length, start + 10); at += 1) {
    const byte = bytes[at] ?? 0;
    value += (byte & 0x7f) * 2 ** (7 * (at - start));
    if (byte < 0x80) return { value, end: at + 1 };
  }
  return undefined;
}
