import { counter, gauge, histogram, proposed, upDownCounter } from '../../metrics/definition.ts';
import { attributeNames as names } from '../attributes.ts';

export const operationDuration = histogram('db.client.operation.duration', {
  unit: 's',
  meaning: 'How long statements took, as the service sees it',
  attributes: [names.operation, names.table, names.errorType],
  buckets: [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 10],
  isStandard: true,
});

export const connectionCount = upDownCounter('db.client.connection.count', {
  unit: '{connection}',
  meaning: 'Sessions with the database, lent (used) or not (idle)',
  attributes: [names.pool, names.connectionState],
  ...proposed,
});

const ofPool = { attributes: [names.pool], ...proposed } as const;

export const connectionMax = upDownCounter('db.client.connection.max', {
  unit: '{connection}',
  meaning: 'Sessions that the pool may hold',
  ...ofPool,
});

export const pendingRequests = upDownCounter('db.client.connection.pending_requests', {
  unit: '{request}',
  meaning: 'Callers who wait for a session at this moment',
  ...ofPool,
});

export const connectionTimeouts = counter('db.client.connection.timeouts', {
  unit: '{timeout}',
  meaning: 'Callers who waited for a session in vain',
  ...ofPool,
});

export const connectionWait = histogram('db.client.connection.wait_time', {
  unit: 's',
  meaning: 'How long callers waited until they had a session; 0 for one that lay ready',
  buckets: [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 10],
  ...ofPool,
});

export const spansMissing = gauge('octo.db.spans_missing', {
  unit: '1',
  meaning: '1 when the check at the start found that statements make no span, else 0',
  attributes: [],
});
