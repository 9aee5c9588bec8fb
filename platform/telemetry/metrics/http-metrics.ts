import type { Attributes, Context } from '@opentelemetry/api';
import { attributeNames as names } from '../names/attributes.ts';
import { activeRequests, clientDuration, serverDuration } from '../names/metrics/http.ts';
import { note } from './instruments.ts';

const knownMethods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);
const otherMethod = '_OTHER';

/** What was asked of us, and what became of it. */
export interface ServedRequest {
  method: string;
  /** Template of the route; undefined where none matched. */
  route: string | undefined;
  status: number;
  seconds: number;
}

/** A request came in. Told of each that `noteServed` will be told of. */
export function noteArrival(method: string): void {
  note(activeRequests, 1, activeSet(method));
}

/** Its answer is out, or its caller gone; the context is the request's. */
export function noteServed({ method, route, status, seconds }: ServedRequest, context?: Context): void {
  note(activeRequests, -1, activeSet(method));
  note(serverDuration, seconds, servedSet(knownMethod(method), route ?? '', status), context);
}

export interface CalledService {
  method: string;
  template: string;
  address: string;
  port: number;
  /** Absent where no answer came. */
  status?: number | undefined;
  /** Absent where all is well. */
  errorType?: string | undefined;
  seconds: number;
}

/** A call of another service is over. */
export function noteCall({ method, template, address, port, status, errorType, seconds }: CalledService): void {
  note(clientDuration, seconds, {
    [names.method]: method,
    [names.template]: template,
    [names.host]: address,
    [names.port]: port,
    ...(status === undefined ? {} : { [names.status]: status }),
    ...(errorType === undefined ? {} : { [names.errorType]: errorType }),
  });
}

/** What somebody sends as a method may be anything; series are for those that exist. */
function knownMethod(method: string): string {
  return knownMethods.has(method) ? method : otherMethod;
}

const activeSets = new Map(
  [...knownMethods, otherMethod].map((method): [string, Attributes] => [
    method,
    Object.freeze({ [names.method]: method }),
  ]),
);

function activeSet(method: string): Attributes | undefined {
  return activeSets.get(knownMethod(method));
}

/** Routes are the templates of an app, and few; sets are kept so that recording finds its series at once. */
const servedSets = new Map<string, Map<string, Map<number, Attributes>>>();

function servedSet(method: string, route: string, status: number): Attributes {
  const ofRoute = servedSets.get(route) ?? new Map<string, Map<number, Attributes>>();
  const ofMethod = ofRoute.get(method) ?? new Map<number, Attributes>();
  const known = ofMethod.get(status);
  if (known !== undefined) return known;
  const set = Object.freeze({
    [names.method]: method,
    ...(route === '' ? {} : { [names.route]: route }),
    [names.status]: status,
    ...(status >= 500 ? { [names.errorType]: String(status) } : {}),
  });
  servedSets.set(route, ofRoute.set(method, ofMethod.set(status, set)));
  return set;
}
