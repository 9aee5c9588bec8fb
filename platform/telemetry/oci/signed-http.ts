import type { ClientConfiguration, HttpClient, HttpRequest } from 'oci-common';
import { retryAfterMs } from '../retry-after.ts';
import type { Outcome } from './deliver.ts';
import type { OciSignIn } from './settings.ts';
import { type AskIdentity, type Identity, isSameIdentity, signIn } from './sign-in.ts';
import { signRequest } from './sign-request.ts';

export interface SignedHttpOptions {
  signIn: OciSignIn;
  timeoutMs: number;
}

type Params = { httpClient: HttpClient };

/** Does the requests that a client of OCI's library composes, and tells what became of each. */
export interface SignedHttp {
  /** `call` opens a client with what it is given and does one request; the signal ends it. Never throws. */
  ask(
    call: (params: Params, configuration: ClientConfiguration) => Promise<unknown>,
    signal: AbortSignal,
  ): Promise<Outcome>;
}

/**
 * The library writes every failure to standard error and keeps Retry-After to itself. So it is always shown a success, and what
 * really came is told here.
 */
export function createSignedHttp({ signIn: settings, timeoutMs }: SignedHttpOptions): SignedHttp {
  let identity: AskIdentity | undefined;

  async function post(request: HttpRequest, as: Identity, signal: AbortSignal): Promise<Response> {
    const url = new URL(request.uri);
    const body = typeof request.body === 'string' ? request.body : '';
    const headers = { ...Object.fromEntries(request.headers), ...signRequest({ method: 'POST', url, body }, as) };
    const giveUp = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]);
    return await fetch(url, { method: 'POST', headers, body, signal: giveUp, redirect: 'error' });
  }

  /** Who is not known may have a new key by now: the credentials are read again, once. */
  async function send(request: HttpRequest, signal: AbortSignal): Promise<Outcome> {
    const known = await identify();
    if (known === undefined) return signInFailed;
    const answer = await post(request, known, signal);
    if (answer.status !== 401) return await outcomeOf(answer);
    await answer.body?.cancel();
    identity = undefined;
    const renewed = await identify();
    if (renewed === undefined) return signInFailed;
    return isSameIdentity(known, renewed) ? { result: '401' } : await outcomeOf(await post(request, renewed, signal));
  }

  /** Undefined for credentials that cannot be read: they are tried anew the next time. What is wrong with them may quote them. */
  async function identify(): Promise<Identity | undefined> {
    try {
      identity ??= await signIn(settings);
      return await identity();
    } catch {
      identity = undefined;
      return undefined;
    }
  }

  return {
    ask: async (call, signal) => {
      let outcome: Outcome = { result: 'failed' };
      const httpClient: HttpClient = {
        send: async (request) => {
          outcome = await send(request, signal).catch(outcomeOfFailure);
          return new Response(outcome.body ?? '{}', { status: 200 });
        },
      };
      try {
        await call({ httpClient }, await withoutRetries());
      } catch (error) {
        return outcomeOfFailure(error);
      }
      return outcome;
    },
  };
}

/** Retries and breaks are ours: the library's would hold what it sends beyond all bounds. */
async function withoutRetries(): Promise<ClientConfiguration> {
  const { CircuitBreaker, NoRetryConfigurationDetails } = await import('oci-common');
  return {
    circuitBreaker: new CircuitBreaker({ disableClientCircuitBreaker: true }),
    retryConfiguration: NoRetryConfigurationDetails,
  };
}

async function outcomeOf(answer: Response): Promise<Outcome> {
  const body = await answer.text();
  if (answer.ok) return { result: 'sent', ...(body === '' ? {} : { body }) };
  const pauseMs = retryAfterMs(answer.headers.get('retry-after'));
  return { result: String(answer.status), ...(pauseMs === undefined ? {} : { retryAfterMs: pauseMs }) };
}

const signInFailed: Outcome = { result: 'sign_in_failed' };

function outcomeOfFailure(error: unknown): Outcome {
  if (!(error instanceof Error)) return { result: 'failed' };
  if (error.name === 'TimeoutError' || error.name === 'AbortError') return { result: 'timed_out' };
  const cause = error.cause instanceof Error ? error.cause : error;
  return { result: 'code' in cause ? String(cause.code) : 'failed' };
}
