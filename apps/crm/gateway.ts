import type { GuardedEndpoint } from '@octo/contracts/endpoint.ts';
import { internalKeyHeader } from '@octo/contracts/integrations.ts';
import { operatorAddressHeader, operatorHeader } from '@octo/contracts/workflows.ts';
import type { Actor } from '@octo/platform/context/context.ts';
import { AppError, type ErrorKind } from '@octo/platform/errors/app-error.ts';
import type { CallFailure } from '@octo/platform/http/call-result.ts';
import { type CallInput, type Client, createClient } from '@octo/platform/http/client.ts';
import type { Crm } from './context.ts';

/** How the CRM asks the workflow gateway. */
export interface Gateway {
  /** Answers what the gateway does. Throws what that refuses under its own code, and Unavailable while it cannot be asked. */
  ask(endpoint: GuardedEndpoint, input: CallInput, operator: Actor): Promise<unknown>;
}

const readTimeoutMs = 10_000;
/** Longer than the gateway gives all that it may be asked to run. */
const runTimeoutMs = 120_000;
/** Of queries that are the trouble themselves: the gateway does well. */
const outcomes = ['workflows.query_timed_out'];

/** What the gateway may tell an operator. Any other refusal is between our services. */
const toldKinds: Record<number, ErrorKind> = {
  400: 'Invalid',
  404: 'NotFound',
  409: 'Conflict',
  422: 'Unprocessable',
  429: 'LimitExceeded',
  503: 'Unavailable',
  504: 'TimedOut',
};

export function createGateway({ config, circuits }: Pick<Crm, 'config' | 'circuits'>): Gateway {
  const { gatewayUrl: baseUrl, internalKeys } = config;
  if (baseUrl === undefined) return { ask: () => Promise.reject(notConfigured()) };
  const headers = { [internalKeyHeader]: internalKeys[0] };
  // Clients of their own: whoever waits for a run does not keep others from looking.
  const reads = createClient({ baseUrl, headers, outcomes, timeoutMs: readTimeoutMs });
  const runs = createClient({ baseUrl, headers, outcomes, timeoutMs: runTimeoutMs });
  circuits.set('workflow gateway, reading', reads.circuit);
  circuits.set('workflow gateway, running', runs.circuit);
  return {
    ask: (endpoint, input, operator) => askThrough(endpoint.method === 'GET' ? reads : runs, endpoint, input, operator),
  };
}

async function askThrough(client: Client, endpoint: GuardedEndpoint, input: CallInput, operator: Actor) {
  const result = await client.call(endpoint, { ...input, headers: headersFor(operator) });
  if (result.ok) return result.body;
  throw refusal(result.failure);
}

/** Who it is for, and where they are: the audit of the gateway is about them, not about this service. */
function headersFor({ userId, address, userAgent }: Actor): Record<string, string> {
  if (userId === undefined) return {};
  return {
    [operatorHeader]: String(userId),
    ...(address ? { [operatorAddressHeader]: address } : {}),
    ...(userAgent ? { 'user-agent': userAgent } : {}),
  };
}

function refusal(failure: CallFailure): AppError {
  const kind = failure.reason === 'status' ? toldKinds[failure.status] : undefined;
  if (failure.reason !== 'status' || kind === undefined || failure.code === undefined) return away();
  const { code, message = 'The workflow gateway refused this.', fields = [] } = failure;
  return new AppError(kind, code, message, { fields });
}

function away(): AppError {
  const message = 'The workflow gateway cannot be asked at the moment. Please try again in a little while.';
  return new AppError('Unavailable', 'workflows.gateway_away', message, { retryAfterSeconds: 5 });
}

function notConfigured(): AppError {
  const message = 'This platform runs without a workflow gateway: SERVICE_GATEWAY_URL of the CRM says where one is.';
  return new AppError('Unavailable', 'workflows.not_configured', message);
}
