import type { FlatAttributes } from '../../otlp/records.ts';

/** Attributes that spans of a sort have in common, such as the text of their statement. They have few values, or long ones. */
const sharedNames: ReadonlySet<string> = new Set([
  'DbOracleSqlId',
  'DbStatement',
  'code.file.path',
  'code.function.name',
  'db.collection.name',
  'db.name',
  'db.namespace',
  'db.operation',
  'db.operation.name',
  'db.query.summary',
  'db.query.text',
  'db.response.status_code',
  'db.statement',
  'db.system',
  'db.system.name',
  'error.type',
  'http.request.method',
  'http.response.status_code',
  'http.route',
  'messaging.destination.name',
  'messaging.operation.name',
  'messaging.operation.type',
  'messaging.system',
  'network.protocol.name',
  'network.protocol.version',
  'octo.outcome',
  'octo.query',
  'octo.sql_id',
  'octo.workflow.id',
  'oracledb.sql_id',
  'rpc.method',
  'rpc.service',
  'rpc.system',
  'server.address',
  'server.port',
  'url.scheme',
  'url.template',
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
