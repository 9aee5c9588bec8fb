import { clip, gather, limits, type Tally } from '../limits.ts';
import type { FromResource, LogLine } from '../records.ts';
import { severityOf } from '../severity.ts';
import { readAttributes, readBody } from './attributes.ts';
import { type Fields, idOf, int64Of, textOf } from './fields.ts';
import { readExport } from './resource.ts';

const layers = { resources: 'resourceLogs', scopes: 'scopeLogs', items: 'logRecords' };

/** Reads an ExportLogsServiceRequest in OTLP's JSON. */
export function readLogs(body: Buffer, tally: Tally): FromResource<LogLine>[] {
  return readExport(body, layers, tally, (fields) => [readLog(fields, tally)]);
}

function readLog(fields: Fields, tally: Tally): LogLine {
  const { severityNumber: number } = fields;
  return {
    timeNano:
      int64Of(fields.timeUnixNano, 'timeUnixNano') || int64Of(fields.observedTimeUnixNano, 'observedTimeUnixNano'),
    severity: severityOf(textOf(fields.severityText, 'severityText'), typeof number === 'number' ? number : 0),
    body: clip(readBody(fields.body, tally), limits.bodyLength, tally),
    traceId: idOf(fields.traceId, 'traceId'),
    spanId: idOf(fields.spanId, 'spanId'),
    attributes: readAttributes(fields.attributes, gather(limits.attributes, tally)),
  };
}
