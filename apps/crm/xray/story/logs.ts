import type { XrayLog, XrayTraceStory } from '@octo/contracts/crm/xray.ts';
import { attributeNames } from '@octo/platform/telemetry/names/attributes.ts';
import { fromUnixNano, type Heard, type LogsBody } from '../../observatory.ts';
import { toInstant } from '../../wire/instant.ts';

export const mostLogs = 100;
const longestMessage = 500;

export function logsOf(logs: Heard<LogsBody>): XrayTraceStory['logs'] {
  if (logs.state !== 'found') return { state: logs.state, has_more: false, records: [] };
  const records = logs.body.logs.slice(0, mostLogs).map(toLog);
  return { state: records.length > 0 ? 'found' : 'none', has_more: logs.body.next !== null, records };
}

function toLog({ timeUnixNano, service, severity, body, attributes }: LogsBody['logs'][number]): XrayLog {
  const event = attributes[attributeNames.event];
  return {
    at: toInstant(fromUnixNano(timeUnixNano)),
    service,
    severity,
    message: body.slice(0, longestMessage),
    event: typeof event === 'string' ? event : null,
  };
}
