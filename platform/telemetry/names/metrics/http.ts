import { histogram, proposed, upDownCounter } from '../../metrics/definition.ts';
import { attributeNames as names } from '../attributes.ts';

/** As the semantic conventions advise for requests. */
const seconds = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10];

export const serverDuration = histogram('http.server.request.duration', {
  unit: 's',
  meaning: 'How long requests took, until their answer was out; requests at no known address have no route',
  attributes: [names.method, names.route, names.status, names.errorType],
  buckets: seconds,
  isStandard: true,
});

export const activeRequests = upDownCounter('http.server.active_requests', {
  unit: '{request}',
  meaning: 'Requests under way',
  attributes: [names.method],
  ...proposed,
});

export const clientDuration = histogram('http.client.request.duration', {
  unit: 's',
  meaning: 'How long calls of another service took',
  attributes: [names.method, names.template, names.host, names.port, names.status, names.errorType],
  buckets: seconds,
  isStandard: true,
});
