import { uuidV7 } from '../../../context/uuid-v7.ts';
import type { OciLoggingConfig } from '../settings.ts';
import { createSignedHttp } from '../signed-http.ts';
import { cutLine } from './cut-line.ts';
import type { QueuedLine } from './line-queue.ts';
import type { SendLogsOptions } from './send-logs.ts';

/** Who writes the lines. */
export interface LogSource {
  service: string;
  instanceId: string;
}

const logType = 'octo-platform';

/** Sends lines to a log of OCI Logging. The library is loaded at once, in the background, and where nobody asks for this, never. */
export function createPutLogs(config: OciLoggingConfig, source: LogSource, timeoutMs: number): SendLogsOptions['put'] {
  const loading = import('oci-loggingingestion');
  loading.catch(() => undefined);
  const http = createSignedHttp({ signIn: config.signIn, timeoutMs });
  return async (lines, signal) =>
    await http.ask(async (...how) => {
      const { LoggingClient } = await loading;
      const client = new LoggingClient(...how);
      if (config.endpoint === undefined) client.regionId = config.signIn.region;
      else client.endpoint = config.endpoint;
      await client.putLogs({ logId: config.logId, putLogsDetails: detailsOf(lines, source) });
    }, signal);
}

function detailsOf(lines: readonly QueuedLine[], { service, instanceId }: LogSource) {
  const entries = lines.map(({ line, timeMs }) => ({
    id: uuidV7(),
    data: cutLine(line.trimEnd()),
    time: new Date(timeMs),
  }));
  const batch = {
    source: `${service}-${instanceId}`,
    type: logType,
    subject: service,
    defaultlogentrytime: new Date(lines[0]?.timeMs ?? Date.now()),
    entries,
  };
  return { specversion: '1.0', logEntryBatches: [batch] };
}
