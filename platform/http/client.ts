import { setTimeout as sleep } from 'node:timers/promises';
import type { Static, TSchema } from 'typebox';
import { Value } from 'typebox/value';
import type { CallFailure, CallResult } from './call-result.ts';
import { type CircuitBreakerOptions, type CircuitState, createCircuitBreaker } from './circuit-breaker.ts';
import { sendInSpan } from './client-span.ts';
import { type EndpointAddress, endpointUrl } from './endpoint-url.ts';

export interface ClientOptions {
  /** Where the other service is, e.g. http://crm.internal:8081. */
  baseUrl: string;
  /** Sent with every call, such as the key that our services know each other by. */
  headers: Readonly<Record<string, string>>;
  /** How long an answer may take, its body included. */
  timeoutMs: number;
  breaker?: CircuitBreakerOptions;
  /** Codes of 5xx answers that tell of what was asked, and not of trouble of the peer. */
  outcomes?: readonly string[];
}

interface CalledEndpoint extends EndpointAddress {
  responses: Record<number, TSchema>;
}

export interface CallInput {
  params?: Readonly<Record<string, string | number>>;
  query?: Readonly<Record<string, string | number | undefined>>;
  body?: unknown;
  /** Of this call alone, such as on whose behalf it is made. */
  headers?: Readonly<Record<string, string>>;
}

type BodyOf<E extends CalledEndpoint> =
  E['responses'] extends Record<number, infer S extends TSchema> ? Static<S> : never;

/** How one of our services calls another. */
export interface Client {
  /**
   * Calls an endpoint, in the trace of the caller. Never throws for what the network or the peer does. A GET that did not
   * get through is tried once more; nothing else is, because it may have taken effect.
   */
  call<E extends CalledEndpoint>(endpoint: E, input: CallInput): Promise<CallResult<BodyOf<E>>>;
  /** Whether calls go out at the moment. */
  circuit(): CircuitState;
}

const retryPauseMs = 100;

export function createClient(options: ClientOptions): Client {
  const { outcomes = [] } = options;
  const breaker = createCircuitBreaker(options.breaker);
  async function attempt(endpoint: CalledEndpoint, input: CallInput): Promise<CallResult<unknown>> {
    if (!breaker.enter()) return { ok: false, failure: { reason: 'unavailable' } };
    const url = endpointUrl(options.baseUrl, endpoint, input);
    const headers = { ...options.headers, ...input.headers };
    const result = asPromised(endpoint, await sendInSpan({ ...options, headers, endpoint, url, body: input.body }));
    if (!result.ok && isOfThePeer(result.failure, outcomes)) breaker.failed();
    else breaker.succeeded();
    return result;
  }
  return {
    circuit: breaker.state,
    call: async (endpoint, input) => {
      const first = await attempt(endpoint, input);
      if (first.ok || endpoint.method !== 'GET' || !mayPass(first.failure)) return asAnswer(first);
      await sleep(retryPauseMs * (0.5 + Math.random()));
      return asAnswer(await attempt(endpoint, input));
    },
  };
}

/** The peer is in trouble, whatever it was asked. */
function isOfThePeer(failure: CallFailure, outcomes: readonly string[]): boolean {
  if (failure.reason !== 'status') return true;
  return failure.status >= 500 && !(failure.code !== undefined && outcomes.includes(failure.code));
}

/** What a second try may get past. */
function mayPass(failure: CallFailure): boolean {
  return failure.reason === 'status' ? [502, 503, 504].includes(failure.status) : failure.reason !== 'unavailable';
}

/** Whoever answers something else than the contract of the endpoint says is not the peer that was meant. */
function asPromised(endpoint: CalledEndpoint, result: CallResult<unknown>): CallResult<unknown> {
  const isPromised = result.ok && Object.values(endpoint.responses).some((schema) => Value.Check(schema, result.body));
  if (!result.ok || isPromised) return result;
  return { ok: false, failure: { reason: 'status', status: 200, code: 'http.unexpected_answer' } };
}

/** It was checked against the contract of its endpoint. */
function asAnswer<Body>(result: CallResult<unknown>): CallResult<Body> {
  return result as CallResult<Body>;
}
