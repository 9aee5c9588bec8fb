import { attributeNames } from '@octo/platform/telemetry/names/attributes.ts';
import type { FlatAttributes } from '../../otlp/records.ts';

/** Attributes that spans of a sort have in common, such as the text of their statement. They have few values, or long ones. */
const sharedNames: ReadonlySet<string> = new Set([
  'DbOracleSqlId',
  'DbStatement',
  'code.file.path',
  'code.function.name',
  attributeNames.table,
  'db.name',
  attributeNames.database,
  'db.operation',
  attributeNames.operation,
  'db.query.summary',
  attributeNames.statement,
  attributeNames.databaseError,
  'db.statement',
  'db.system',
  attributeNames.databaseSystem,
  attributeNames.errorType,
  attributeNames.method,
  attributeNames.status,
  attributeNames.route,
  'messaging.destination.name',
  'messaging.operation.name',
  'messaging.operation.type',
  'messaging.system',
  'network.protocol.name',
  'network.protocol.version',
  attributeNames.outcome,
  attributeNames.query,
  attributeNames.sqlId,
  attributeNames.workflowId,
  'oracledb.sql_id',
  'rpc.method',
  'rpc.service',
  'rpc.system',
  attributeNames.host,
  attributeNames.port,
  attributeNames.scheme,
  attributeNames.template,
]);

export interface Parted {
  readonly shared: FlatAttributes;
  readonly own: FlatAttributes;
}

/** Parts what spans of a sort have in common from what one has for itself. */
export function partAttributes(attributes: FlatAttributes): Parted {
  const parted: Parted = { shared: {}, own: {} };
  for (const name in attributes) {
    const value = attributes[name];
    if (value !== undefined) (sharedNames.has(name) ? parted.shared : parted.own)[name] = value;
  }
  return parted;
}
