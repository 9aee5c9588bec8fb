import { clip, gather, limits, type Tally } from '../limits.ts';
import { emptyLog, type FromResource, type LogLine } from '../records.ts';
import { severityOf } from '../severity.ts';
import { readAttribute, readBody } from './attributes.ts';
import { enumeration, fixed64, hex, message, type Reader, skip, tag, text } from './reader.ts';
import { readExport } from './resource.ts';

/** Reads an ExportLogsServiceRequest, by the numbers of opentelemetry/proto/logs/v1/logs.proto. */
export function readLogs(body: Buffer, tally: Tally): FromResource<LogLine>[] {
  return readExport<LogLine>(body, tally, (reader, add) => add(readLog(reader, tally)));
}

function readLog(reader: Reader, tally: Tally): LogLine {
  const log = emptyLog();
  const gathering = gather(limits.attributes, tally);
  let observedNano = 0n;
  let severityNumber = 0;
  while (reader.at < reader.end) {
    const key = tag(reader);
    const [field, wire] = [key >>> 3, key & 7];
    if (field === 6) readAttribute(message(reader, wire), gathering);
    else if (field === 1) log.timeNano = fixed64(reader, wire);
    else if (field === 2) severityNumber = enumeration(reader, wire);
    else if (field === 3) log.severity = text(reader, wire);
    else if (field === 5) log.body = clip(readBody(message(reader, wire), tally), limits.bodyLength, tally);
    else if (field === 9) log.traceId = hex(reader, wire);
    else if (field === 10) log.spanId = hex(reader, wire);
    else if (field === 11) observedNano = fixed64(reader, wire);
    else skip(reader, wire);
  }
  log.attributes = gathering.attributes;
  log.severity = severityOf(log.severity, severityNumber);
  if (log.timeNano === 0n) log.timeNano = observedNano;
  return log;
}
