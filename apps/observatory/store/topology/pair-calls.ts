import type { TopologyEdge } from '@octo/contracts/observatory-topology.ts';
import { attributeNames } from '@octo/platform/telemetry/names/attributes.ts';
import { spanKinds } from '../../otlp/records.ts';
import type { ArrivedSpan } from '../arrivals.ts';
import { browserNode, callersNode, nodeId } from './nodes.ts';
import { addressOf, type CallFigures, databaseOf, figuresOf } from './read-call.ts';

/** A call between two nodes, with what its caller saw of it. */
export interface Call extends CallFigures {
  readonly from: string;
  readonly to: string;
  readonly kind: TopologyEdge['kind'];
}

/** Finds the two ends of a call, which may come in any order and in different batches. */
export interface CallPairing {
  note(arrived: ArrivedSpan, nowMs: number): void;
  /** The calls that are known by now, each once. */
  settle(nowMs: number): Call[];
}

/** Which service answers at an address. */
export interface Peers {
  serviceAt(address: string): string | undefined;
  learn(address: string, service: string): void;
}

interface Asked extends CallFigures {
  readonly atMs: number;
  readonly parent: string;
  readonly isMessage: boolean;
  readonly address: string | undefined;
  answeredBy: string | undefined;
}

interface Answered extends CallFigures {
  readonly atMs: number;
}

/** By then the span that a call hangs below has come too: services send every two seconds at most. */
const settledAfterMs = 5_000;
/** The other end was never sent, or is of somebody who sends nothing. */
const aloneAfterMs = 30_000;
/** A browser sends late. */
const unaskedAfterMs = 90_000;
const mostWaiting = 20_000;

export function callPairing(peers: Peers): CallPairing {
  const asked = new Map<string, Asked>();
  const answered = new Map<string, Answered>();
  const deliveries = new Map<string, number>();
  const browserSpans = new Map<string, number>();
  let settled: Call[] = [];

  function answer(key: string, figures: CallFigures, nowMs: number): void {
    const call = asked.get(key);
    if (call) call.answeredBy = figures.service;
    else if (browserSpans.has(key)) settled.push(toCall(figures, browserNode));
    else answered.set(key, { ...figures, atMs: nowMs });
  }

  function ask({ span }: ArrivedSpan, figures: CallFigures, nowMs: number): void {
    const key = keyOf(span.traceId, span.spanId);
    const other = answered.get(key);
    answered.delete(key);
    asked.set(key, {
      ...figures,
      atMs: nowMs,
      parent: keyOf(span.traceId, span.parentSpanId),
      isMessage: spanKinds[span.kind] === 'producer',
      address: addressOf(span.attributes),
      answeredBy: other?.service,
    });
  }

  function noteBrowser(key: string, nowMs: number): void {
    browserSpans.set(key, nowMs);
    const request = answered.get(key);
    if (!request) return;
    answered.delete(key);
    settled.push(toCall(request, browserNode));
  }

  function finish(key: string, call: Asked): void {
    asked.delete(key);
    const { service, address, answeredBy } = call;
    if (answeredBy !== undefined && address !== undefined) peers.learn(address, answeredBy);
    const known = answeredBy ?? (address === undefined ? undefined : peers.serviceAt(address));
    if (known === undefined && address === undefined) return;
    const to = known === undefined ? nodeId('outside', address ?? '') : nodeId('service', known);
    const kind = call.isMessage || deliveries.has(call.parent) ? 'message' : 'request';
    settled.push({ ...call, from: nodeId('service', service), to, kind });
  }

  return {
    note(arrived, nowMs) {
      const { span, isUntrusted } = arrived;
      const key = keyOf(span.traceId, span.spanId);
      if (isUntrusted) return noteBrowser(key, nowMs);
      if (attributeNames.messageId in span.attributes) deliveries.set(key, nowMs);
      const kind = spanKinds[span.kind];
      const figures = figuresOf(arrived);
      if (kind === 'client' || kind === 'producer') {
        const database = databaseOf(span.attributes);
        if (database === undefined) ask(arrived, figures, nowMs);
        else settled.push({ ...figures, from: nodeId('service', figures.service), to: database, kind: 'statement' });
      } else if (kind === 'server' || kind === 'consumer') {
        if (/^0*$/.test(span.parentSpanId)) settled.push(toCall(figures, callersNode));
        else answer(keyOf(span.traceId, span.parentSpanId), figures, nowMs);
      }
    },
    settle(nowMs) {
      for (const [key, call] of asked) {
        const ageMs = nowMs - call.atMs;
        const isDue = ageMs >= (call.answeredBy === undefined ? aloneAfterMs : settledAfterMs);
        if (isDue || asked.size > mostWaiting) finish(key, call);
      }
      for (const [key, request] of answered) {
        if (nowMs - request.atMs < unaskedAfterMs && answered.size <= mostWaiting) break;
        answered.delete(key);
        settled.push(toCall(request, callersNode));
      }
      forget(deliveries, nowMs);
      forget(browserSpans, nowMs);
      const done = settled;
      settled = [];
      return done;
    },
  };
}

function toCall(request: CallFigures, from: string): Call {
  return { ...request, from, to: nodeId('service', request.service), kind: 'request' };
}

function keyOf(traceId: string, spanId: string): string {
  return `${traceId}${spanId}`;
}

function forget(noted: Map<string, number>, nowMs: number): void {
  for (const [key, atMs] of noted) {
    if (nowMs - atMs < unaskedAfterMs && noted.size <= mostWaiting) return;
    noted.delete(key);
  }
}
