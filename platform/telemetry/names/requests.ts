import { attributeNames as names } from './attributes.ts';
import { bounded, byId, free, own, proposed, standard, type TelemetryName, wholeById } from './name.ts';

const spans = ['server span', 'client span', 'verb span', 'work span'] as const;

/** What says which service it is, and what tells of requests and calls. */
export const requestNames: readonly TelemetryName[] = [
  standard(names.serviceName, ['resource', 'log line'], 'Name of the service'),
  standard(names.serviceNamespace, ['resource', 'log line'], 'Namespace of the service'),
  standard(names.serviceVersion, ['resource', 'log line'], 'Version of the service', bounded),
  standard(names.serviceInstance, 'resource', 'UUID of this process', byId),
  standard('process.pid', 'resource', 'Process id', wholeById),
  standard('process.runtime.name', 'resource', 'nodejs'),
  standard('process.runtime.version', 'resource', 'Version of Node', bounded),
  standard(
    names.method,
    ['server span', 'client span', 'metric', 'log line'],
    'Method of the request; `_OTHER` in metrics where there is no such method',
  ),
  standard(
    names.route,
    ['server span', 'metric', 'log line'],
    'Template of the route; `unmatched` on a log line without one',
    bounded,
  ),
  standard(names.status, ['server span', 'client span', 'metric', 'log line'], 'Status of the answer', {
    ...bounded,
    type: 'whole number',
  }),
  standard(names.path, 'server span', 'Path as asked for, without the query string', byId),
  standard(names.scheme, 'server span', 'http or https, as the caller sees it'),
  standard(names.address, 'client span', 'Address called, without the query string', byId),
  proposed(names.template, ['client span', 'metric'], 'Template of the address called', bounded),
  standard(
    names.host,
    'server span',
    'Host asked for, in the words of the caller; `unknown` where that is no name of a host',
    free,
  ),
  standard(names.host, ['client span', 'SQL span', 'metric'], 'Host called; host of the database', bounded),
  standard(names.port, ['client span', 'SQL span', 'metric'], 'Port called; port of the database', {
    ...bounded,
    type: 'whole number',
  }),
  standard(names.userAgent, 'server span', 'User agent, its first 200 characters', free),
  standard(
    names.errorType,
    [...spans, 'SQL span', 'metric', 'log line'],
    'Class of a failure of ours; status or reason of a call in vain; code of the database',
    bounded,
  ),
  own(names.workflowId, 'server span', 'What the request is part of, e.g. `checkout`; `other` for what has no name'),
  own(names.requestId, 'server span', 'Id of the request, also in X-Request-Id', byId),
  own(names.outcome, spans, 'Code of the problem that ended it, e.g. `http.not_found`', bounded),
];
