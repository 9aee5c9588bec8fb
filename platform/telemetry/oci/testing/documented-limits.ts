import type { Static, TSchema } from 'typebox';
import Type from 'typebox';
import { Value } from 'typebox/value';

const Instant = Type.String({ pattern: String.raw`^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$` });
const Uuid = Type.String({ pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' });

/** PutLogs: entries below 1 MB; what is longer than 10,000 characters would be cut by the service, so none of ours may be. */
export const PutLogs = Type.Object({
  specversion: Type.Literal('1.0'),
  logEntryBatches: Type.Array(
    Type.Object({
      source: Type.String({ minLength: 1 }),
      type: Type.String({ minLength: 1 }),
      subject: Type.String({ minLength: 1 }),
      defaultlogentrytime: Instant,
      entries: Type.Array(
        Type.Object({ id: Uuid, data: Type.String({ minLength: 1, maxLength: 10_000 }), time: Instant }),
        { minItems: 1 },
      ),
    }),
    { minItems: 1 },
  ),
});

/** PostMetricData: 50 streams a request. */
export const PostMetricData = Type.Object({
  metricData: Type.Array(Type.Unknown(), { minItems: 1, maxItems: 50 }),
});

const key = String.raw`^[\x21-\x7e]{1,256}$`;

/** One of them; those that are not like this are told in an answer of 200. */
export const MetricData = Type.Object({
  namespace: Type.String({ pattern: '^(?!oci_|oracle_)[A-Za-z][A-Za-z0-9_]*$' }),
  compartmentId: Type.String({ pattern: String.raw`^ocid1\.` }),
  name: Type.String({ pattern: '^[A-Za-z][A-Za-z0-9._$-]*$' }),
  dimensions: Type.Record(Type.String({ pattern: key }), Type.String({ minLength: 1, maxLength: 512 }), {
    minProperties: 1,
    maxProperties: 20,
    additionalProperties: false,
  }),
  metadata: Type.Optional(Type.Record(Type.String(), Type.String({ maxLength: 256 }))),
  datapoints: Type.Array(Type.Object({ timestamp: Instant, value: Type.Number() }), { minItems: 1 }),
});

export const mostRequestBytes = 1_000_000;

export function isLike<S extends TSchema>(schema: S, value: unknown): value is Static<S> {
  return Value.Check(schema, value);
}

/** Values are taken from two hours back to ten minutes ahead. */
export function isTimely(timestamp: string, now = Date.now()): boolean {
  const at = Date.parse(timestamp);
  return at > now - 2 * 3_600_000 && at < now + 10 * 60_000;
}
