import type { TelemetryName, ValueType } from '@octo/platform/telemetry/names/name.ts';
import { markdownTable } from './markdown-table.ts';

const dataTypes: Readonly<Record<ValueType, string>> = {
  text: 'String',
  'whole number': 'Long',
  number: 'Double',
  time: 'Timestamp',
};

/** The fields of our log lines as a JSON parser of OCI Log Analytics asks for them. */
export function logAnalyticsTable(names: readonly TelemetryName[]): string {
  const fields = names.filter(({ on }) => on.includes('log line'));
  const rows = fields.map(({ name, type }) => [`\`${name}\``, `\`${jsonPath(name)}\``, dataTypes[type]]);
  return markdownTable(['Field', 'JSON path', 'Data type'], rows);
}

/** Most names have dots, which would lead into an object. */
export function jsonPath(name: string): string {
  return /^\w+$/.test(name) ? `$.${name}` : `$['${name}']`;
}
