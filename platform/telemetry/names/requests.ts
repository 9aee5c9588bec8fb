import { own, standard, type TelemetryName } from './name.ts';

const spans = ['server span', 'client span', 'verb span', 'work span'] as const;

/** What says which service it is, and what tells of requests and calls. */
export const requestNames: readonly TelemetryName[] = [
  standard('service.name', ['resource', 'log line'], 'Name of the service'),
  standard('service.namespace', ['resource', 'log line'], 'Namespace of the service'),
  standard('service.version', ['resource', 'log line'], 'Version of the service'),
  standard('service.instance.id', 'resource', 'UUID of this process'),
  standard('process.pid', 'resource', 'Process id'),
  standard('process.runtime.name', 'resource', 'nodejs'),
  standard('process.runtime.version', 'resource', 'Version of Node'),
  standard(
    'http.request.method',
    ['server span', 'client span', 'metric', 'log line'],
    'Method of the request; `_OTHER` in metrics where there is no such method',
  ),
  standard(
    'http.route',
    ['server span', 'metric', 'log line'],
    'Template of the route; `unmatched` on a log line without one',
  ),
  standard('http.response.status_code', ['server span', 'client span', 'metric', 'log line'], 'Status of the answer'),
  standard('url.path', 'server span', 'Path as asked for, without the query string'),
  standard('url.scheme', 'server span', 'http or https, as the caller sees it'),
  standard('url.full', 'client span', 'Address called, without the query string'),
  standard('url.template', ['client span', 'metric'], 'Template of the address called'),
  standard(
    'server.address',
    ['server span', 'client span', 'SQL span', 'metric'],
    'Host asked for; host called; host of the database',
  ),
  standard('server.port', ['client span', 'SQL span', 'metric'], 'Port called; port of the database'),
  standard('user_agent.original', 'server span', 'User agent, its first 200 characters'),
  standard(
    'error.type',
    [...spans, 'SQL span', 'metric', 'log line'],
    'Class of a failure of ours; status or reason of a call in vain; code of the database',
  ),
  own('octo.workflow.id', 'server span', 'What the request is part of, e.g. `checkout`; `other` for what has no name'),
  own('octo.request_id', 'server span', 'Id of the request, also in X-Request-Id'),
  own('octo.outcome', spans, 'Code of the problem that ended it, e.g. `http.not_found`'),
];
