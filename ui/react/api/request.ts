import type { Endpoint } from '@octo/contracts/endpoint.ts';
import { toApiProblem, tookTooLong, unreachable } from './api-problem.ts';
import type { AnswerOf, CallInput, InputOf, RouteOf } from './endpoint-types.ts';

const patienceMs = 20_000;

type Arguments<E extends Endpoint> = object extends InputOf<E> ? [input?: InputOf<E>] : [input: InputOf<E>];

/**
 * Calls an endpoint of the contracts: `request<typeof getOrder>('GET /api/orders/:id', { params: { id } })`. The contract
 * is named as a type only, so that nothing of it is sent to the browser. Throws ApiProblem.
 */
export async function request<E extends Endpoint>(route: RouteOf<E>, ...[input]: Arguments<E>): Promise<AnswerOf<E>> {
  const call: CallInput = input ?? {};
  const [method = 'GET', path = '/'] = route.split(' ', 2);
  const response = await send(addressOf(path, call), {
    method,
    ...(call.body === undefined ? {} : bodyOf(call.body)),
    signal: AbortSignal.any([
      AbortSignal.timeout(call.patienceMs ?? patienceMs),
      ...(call.signal ? [call.signal] : []),
    ]),
  });
  const answer: unknown = await response.json().catch(() => undefined);
  if (!response.ok) throw toApiProblem(response.status, answer, response.headers.get('retry-after'));
  return asAnswer<E>(answer);
}

/** Path and query of a call: parameters are filled in, what is undefined or empty is left out. */
export function addressOf(path: string, { params = {}, query = {} }: CallInput): string {
  const filled = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name] ?? '')));
  const asked = Object.entries(query).filter(([, value]) => value !== undefined && value !== '');
  const search = new URLSearchParams(asked.map(([name, value]) => [name, String(value)])).toString();
  return search === '' ? filled : `${filled}?${search}`;
}

async function send(address: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(address, init);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    // Nobody waits for it any more: the one who called it off knows.
    if (error.name === 'AbortError') throw error;
    throw error.name === 'TimeoutError' ? tookTooLong() : unreachable();
  }
}

function bodyOf(body: unknown): RequestInit {
  return { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

/** The server holds its answers to the contract: routes are typed by it, and their tests check it. */
function asAnswer<E extends Endpoint>(answer: unknown): AnswerOf<E> {
  return answer as AnswerOf<E>;
}
