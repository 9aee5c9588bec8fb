import type { Attributes } from './platform.ts';
import { hexOf } from './random.ts';
import { oneOf, planOf, type Shape } from './shape.ts';

export interface MadeLine {
  readonly timeMs: number;
  readonly service: number;
  readonly severity: 'INFO' | 'WARN' | 'ERROR';
  readonly body: string;
  readonly traceId: string;
  readonly attributes: Attributes;
}

const linesPerTrace = 5;
const usual = [
  'order placed',
  'message delivered',
  'cart taken',
  'stock reserved',
  'customer found',
  'invoice issued',
  'sweep finished',
  'session opened',
  'cache refreshed',
  'retry planned',
] as const;
const troubles = [
  'card declined by the simulated rail',
  'connection timeout while waiting for a session',
  'deadlock detected, transaction repeated',
  'consumer unreachable, delivery waits',
] as const;

/** The log lines of one trace; the last tells of its request. */
export function makeLines(shape: Shape, number: number): MadeLine[] {
  const { route, startMs, isError, orderId, traceId, random } = planOf(shape, number);
  return Array.from({ length: linesPerTrace }, (_, at) => {
    const isTrouble = random() < 0.04;
    const isLast = at === linesPerTrace - 1;
    const severity = isLast && isError ? 'ERROR' : isTrouble ? 'WARN' : 'INFO';
    const told = isTrouble ? oneOf(random, troubles) : oneOf(random, usual);
    const request = `${route.method} ${route.path.replace(':id', String(orderId))} ${isError ? 500 : 200}`;
    const attributes = {
      request_id: `01a20199-${hexOf(random, 3)}`,
      workflow_id: route.noun,
      'http.route': route.path,
      duration_ms: Math.round(random() * 90_000) / 1000,
    };
    const body = isLast ? request : `${told} (order ${orderId})`;
    return { timeMs: startMs + at * 2, service: route.service, severity, body, traceId, attributes };
  });
}
