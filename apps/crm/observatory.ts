import type { SignalState } from '@octo/contracts/crm/xray.ts';
import { getActivity, getInsightStatus } from '@octo/contracts/insight.ts';
import { getTrace, TraceSpan } from '@octo/contracts/observatory.ts';
import { BrowserSession, BrowserStep, getBrowserSession } from '@octo/contracts/observatory-browser.ts';
import { LogRecord, listLogs } from '@octo/contracts/observatory-logs.ts';
import { getReadiness, getStatus } from '@octo/contracts/observatory-status.ts';
import type { CallFailure, CallResult } from '@octo/platform/http/call-result.ts';
import type { CircuitState } from '@octo/platform/http/circuit-breaker.ts';
import { type Client, createClient } from '@octo/platform/http/client.ts';
import type { EndpointAddress } from '@octo/platform/http/endpoint-url.ts';
import { type PeerState, peerState } from '@octo/platform/http/portrait/peer.ts';
import { type Static, type TSchema, Type } from 'typebox';
import type { CrmConfig } from './config.ts';

/** What was asked for, or why it is not known. */
export type Heard<Body> = { state: 'found'; body: Body } | { state: Exclude<SignalState, 'found'> };

// No more than is read here is asked of an answer: the observatory may be of another release.
const Span = Type.Pick(TraceSpan, [
  'spanId',
  'parentSpanId',
  'service',
  'name',
  'startTimeUnixNano',
  'durationMs',
  'status',
  'attributes',
  'isUntrusted',
]);
const Line = Type.Pick(LogRecord, ['timeUnixNano', 'service', 'severity', 'body', 'attributes']);
const TraceBody = Type.Object({ spanCount: Type.Integer(), spans: Type.Array(Span) });
const VisitBody = Type.Object({
  session: Type.Pick(BrowserSession, ['app']),
  steps: Type.Array(Type.Pick(BrowserStep, ['kind', 'timeUnixNano', 'name', 'page', 'traceId', 'attributes'])),
});
const LogsBody = Type.Object({ logs: Type.Array(Line), next: Type.Unknown() });
const ActivityBody = Type.Pick(getActivity.responses[200], ['traces']);
const InsightBody = Type.Pick(getInsightStatus.responses[200], ['isConfigured', 'isReachable']);
const StatusBody = Type.Pick(getStatus.responses[200], ['oldestSpanUnixNano']);
export type Span = Static<typeof Span>;
export type TraceBody = Static<typeof TraceBody>;
export type VisitBody = Static<typeof VisitBody>;
export type LogsBody = Static<typeof LogsBody>;
export type InsightBody = Static<typeof InsightBody>;
export type ActivityBody = Static<typeof ActivityBody>;

/** How the CRM asks the observatory. Never throws, and nobody waits longer than two seconds for it. */
export interface Observatory {
  /** So many spans of a trace: of one that has more the errors and the longest. */
  trace(traceId: string, limit: number): Promise<Heard<TraceBody>>;
  /** What a browser told of a trace in one of its visits. */
  visit(sessionId: string, traceId: string): Promise<Heard<VisitBody>>;
  /** The log lines of a trace, oldest first. */
  logs(traceId: string, limit: number): Promise<Heard<LogsBody>>;
  /** What the sessions of the database were seen at. */
  activity(minutes: number): Promise<Heard<ActivityBody>>;
  /** Since when spans are kept; null while there are none. */
  keptSince(): Promise<Date | null>;
  /** How it does itself. */
  ready(): Promise<PeerState>;
  /** Whether it watches the database. */
  insight(): Promise<Heard<InsightBody>>;
}

/** Twice that and a little, for what did not get through is asked once more. */
const timeoutMs = 900;

export function createObservatory(
  { observatory: { url: baseUrl, token } }: Pick<CrmConfig, 'observatory'>,
  circuits: Map<string, () => CircuitState>,
): Observatory {
  if (baseUrl === undefined) return nowhere;
  const client = createClient({
    baseUrl,
    headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
    timeoutMs,
  });
  circuits.set('observatory', client.circuit);
  return readersOf(client);
}

function readersOf(client: Client): Observatory {
  return {
    trace: async (traceId, limit) =>
      heard(await client.call(reading(getTrace, TraceBody), { params: { traceId }, query: { limit } })),
    visit: async (sessionId, traceId) =>
      heard(await client.call(reading(getBrowserSession, VisitBody), { params: { sessionId }, query: { traceId } })),
    logs: async (traceId, limit) =>
      heard(await client.call(reading(listLogs, LogsBody), { query: { traceId, limit } })),
    activity: async (minutes) => heard(await client.call(reading(getActivity, ActivityBody), { query: { minutes } })),
    ready: () => peerState('observatory', client, getReadiness),
    insight: async () => heard(await client.call(reading(getInsightStatus, InsightBody), {})),
    keptSince: async () => {
      const status = heard(await client.call(reading(getStatus, StatusBody), {}));
      if (status.state !== 'found' || status.body.oldestSpanUnixNano === null) return null;
      return fromUnixNano(status.body.oldestSpanUnixNano);
    },
  };
}

function reading<S extends TSchema>({ method, path }: EndpointAddress, body: S) {
  return { method, path, responses: { 200: body } };
}

const notConfigured = { state: 'not_configured' } as const;
const nowhere: Observatory = {
  trace: async () => notConfigured,
  visit: async () => notConfigured,
  logs: async () => notConfigured,
  activity: async () => notConfigured,
  keptSince: async () => null,
  ready: () => peerState('observatory', undefined, getReadiness),
  insight: async () => notConfigured,
};

/** An instant as the observatory tells it, to the millisecond. */
export function fromUnixNano(nano: string): Date {
  return new Date(Number(BigInt(nano) / 1_000_000n));
}

function heard<Body>(result: CallResult<Body>): Heard<Body> {
  return result.ok ? { state: 'found', body: result.body } : { state: stateOf(result.failure) };
}

function stateOf(failure: CallFailure): Exclude<SignalState, 'found'> {
  if (failure.reason !== 'status') return 'away';
  if (failure.code === 'insight.not_configured') return 'not_configured';
  if (failure.status === 404) return 'none';
  if (failure.status === 410) return 'expired';
  return failure.status === 401 || failure.status === 403 ? 'refused' : 'away';
}
