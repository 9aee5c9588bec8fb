export type Format = 'protobuf' | 'json';

export const contentTypes: Readonly<Record<Format, string>> = {
  protobuf: 'application/x-protobuf',
  json: 'application/json',
};

/** What the count of the refused is called for each signal; its number is 1 in all of them. */
const rejectedNames = {
  traces: 'rejectedSpans',
  logs: 'rejectedLogRecords',
  metrics: 'rejectedDataPoints',
} as const;
export type Signal = keyof typeof rejectedNames;

/** An export response; it names what was refused, and nothing where all went in. */
export function writeAnswer(format: Format, signal: Signal, rejected: number, reason: string): Buffer {
  if (rejected === 0) return format === 'json' ? Buffer.from('{}') : Buffer.alloc(0);
  if (format === 'json') {
    const partialSuccess = { [rejectedNames[signal]]: String(rejected), errorMessage: reason };
    return Buffer.from(JSON.stringify({ partialSuccess }));
  }
  return lengthField(1, Buffer.concat([numberField(1, rejected), textField(2, reason)]));
}

/** By the numbers of google.rpc.Code. */
const codes: Readonly<Record<number, number>> = { 400: 3, 401: 16, 403: 7, 413: 8, 415: 3, 429: 8, 503: 14 };
const unknownCode = 2;

/** A google.rpc.Status, as OTLP wants failures answered. */
export function writeStatus(format: Format, status: number, message: string): Buffer {
  const code = codes[status] ?? unknownCode;
  if (format === 'json') return Buffer.from(JSON.stringify({ code, message }));
  return Buffer.concat([numberField(1, code), textField(2, message)]);
}

function textField(field: number, text: string): Buffer {
  return lengthField(field, Buffer.from(text));
}

function lengthField(field: number, content: Buffer): Buffer {
  return Buffer.concat([varint(field * 8 + 2), varint(content.length), content]);
}

function numberField(field: number, value: number): Buffer {
  return Buffer.concat([varint(field * 8), varint(value)]);
}

function varint(value: number): Buffer {
  const bytes: number[] = [];
  let rest = value;
  for (; rest >= 128; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128);
  return Buffer.from([...bytes, rest]);
}
