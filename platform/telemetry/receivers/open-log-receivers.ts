import { type LogRecord, writeLogRecord } from '../log-export.ts';
import { createPutLogs } from '../oci/logging/put-logs.ts';
import { sendLogs } from '../oci/logging/send-logs.ts';
import { addToAll } from './add-to-all.ts';
import { closeAll } from './close-all.ts';
import type { ReceiverReport } from './fate.ts';
import { openExporters, type ReceiverSetting, type Receivers } from './receivers.ts';

export interface LogReceivers extends Receivers {
  /** Undefined where lines go to standard output alone. */
  add: ((record: LogRecord, line: string) => void) | undefined;
}

const records = 'log lines';

export function openLogReceivers(setting: ReceiverSetting): LogReceivers {
  const opened = openExporters(setting, setting.config.logs, records);
  const exporters = opened.map(({ exporter }) => exporter);
  const add = addToAll(exporters);
  const oci = openOciLogging(setting);
  const addBoth = (record: LogRecord, line: string) => {
    add?.('octo.log', record, writeLogRecord);
    oci?.sender.add({ line, timeMs: record.timeMs });
  };
  return {
    add: add || oci ? addBoth : undefined,
    reports: () => [
      ...opened.map(({ receiver, exporter }): ReceiverReport => ({ signal: 'logs', receiver, ...exporter.status() })),
      ...(oci ? [oci.report()] : []),
    ],
    [Symbol.asyncDispose]: () => closeAll([...exporters, ...(oci ? [oci.sender] : [])]),
  };
}

function openOciLogging({ config, instanceId, fateOf }: ReceiverSetting) {
  if (config.ociLogging === undefined) return undefined;
  const fate = fateOf('oci_logging', records);
  const source = { service: config.serviceName, instanceId };
  const sender = sendLogs({ put: createPutLogs(config.ociLogging, source, config.exportTimeoutMs), fate });
  const report = (): ReceiverReport => ({
    signal: 'logs',
    receiver: 'oci_logging',
    ...fate.status(),
    waiting: sender.waiting(),
  });
  return { sender, report };
}
