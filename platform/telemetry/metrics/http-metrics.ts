import type { Attributes, Context } from '@opentelemetry/api';
import { histogram, upDownCounter } from './definition.ts';
import { note } from './instruments.ts';

/** As the semantic conventions advise for requests. */
const seconds = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10];

export const serverDuration = histogram('http.server.request.duration', {
  unit: 's',
  meaning: 'How long requests took, until their answer was out; requests at no known address have no route',
  attributes: ['http.request.method', 'http.route', 'http.response.status_code', 'error.type'],
  buckets: seconds,
  isStandard: true,
});

export const activeRequests = upDownCounter('http.server.active_requests', {
  unit: '{request}',
  meaning: 'Requests under way',
  attributes: ['http.request.method'],
  isStandard: true,
});

export const clientDuration = histogram('http.client.request.duration', {
  unit: 's',
  meaning: 'How long calls of another service took',
  attributes: [
    'http.request.method',
    'url.template',
    'server.address',
    'server.port',
    'http.response.status_code',
    'error.type',
  ],
  buckets: seconds,
  isStandard: true,
});

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
    'http.request.method': method,
    'url.template': template,
    'server.address': address,
    'server.port': port,
    ...(status === undefined ? {} : { 'http.response.status_code': status }),
    ...(errorType === undefined ? {} : { 'error.type': errorType }),
  });
}

/** What somebody sends as a method may be anything; series are for those that exist. */
function knownMethod(method: string): string {
  return knownMethods.has(method) ? method : otherMethod;
}

const activeSets = new Map(
  [...knownMethods, otherMethod].map((method): [string, Attributes] => [
    method,
    Object.freeze({ 'http.request.method': method }),
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
    'http.request.method': method,
    ...(route === '' ? {} : { 'http.route': route }),
    'http.response.status_code': status,
    ...(status >= 500 ? { 'error.type': String(status) } : {}),
  });
  servedSets.set(route, ofRoute.set(method, ofMethod.set(status, set)));
  return set;
}
