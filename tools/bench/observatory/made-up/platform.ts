import { randomOf, wholeBelow } from './random.ts';

export type Attributes = Record<string, string | number>;

export const services = [
  'octo-drone-shop',
  'enterprise-crm-portal',
  'octo-workflow-gateway',
  'octo-billing-service',
] as const;

const nouns =
  'orders products carts customers invoices shipments stock payments tickets quotes drones runs sweeps queries reports'.split(
    ' ',
  );

export interface Route {
  readonly service: number;
  readonly method: string;
  readonly path: string;
  readonly noun: string;
  /** What the server span of every request has, and what the span of a caller has. */
  readonly server: Attributes;
  readonly client: Attributes;
}

export const routes: readonly Route[] = Array.from({ length: 60 }, (_, at) => {
  const noun = nouns[Math.floor(at / 4)] ?? '';
  const path = `/api/${noun}${['', '/:id', '/:id/history', '/search'][at % 4]}`;
  const method = at % 3 === 0 ? 'POST' : 'GET';
  const common = { 'http.request.method': method, 'server.address': 'localhost' };
  return {
    service: at % services.length,
    method,
    path,
    noun,
    server: { ...common, 'http.route': path, 'url.scheme': 'http', 'octo.workflow.id': noun },
    client: { ...common, 'url.template': path, 'server.port': 8071 },
  };
});

export interface Statement {
  readonly name: string;
  readonly sqlId: string;
  readonly usualMs: number;
  /** What the span of every call has. */
  readonly fixed: Attributes;
}

const columns = 'id status total created_at updated_at customer_id sku price quantity reference version notes'.split(
  ' ',
);
const sqlIdDigits = 'abcdfghjkmnpqrstuvwxyz0123456789';

export const statements: readonly Statement[] = Array.from({ length: 200 }, (_, at) => {
  const random = randomOf(7_000_000 + at);
  const noun = nouns[at % nouns.length] ?? '';
  const table = `${noun}_${Math.floor(at / nouns.length)}`;
  const operation = ['SELECT', 'SELECT', 'SELECT', 'INSERT', 'UPDATE'][at % 5] ?? '';
  const text = textOf(operation, table, columns.slice(0, 3 + wholeBelow(random, 9)).join(', '));
  const sqlId = Array.from({ length: 13 }, () => sqlIdDigits[wholeBelow(random, 32)]).join('');
  const fixed = {
    'db.operation.name': operation,
    'db.collection.name': table,
    'db.query.text': text,
    'octo.query': `${noun}.statement${at}`,
    'octo.sql_id': sqlId,
    'db.system.name': 'postgresql',
    'db.namespace': 'octo',
    'server.address': '127.0.0.1',
    'server.port': 43_871,
  };
  return { name: `${operation} ${table}`, sqlId, usualMs: 0.3 * 40 ** random(), fixed };
});

function textOf(operation: string, table: string, wanted: string): string {
  if (operation === 'INSERT') return `insert into ${table} (${wanted}) values ($1, $2, $3, $4, $5, $6, $7, $8)`;
  if (operation === 'UPDATE')
    return `update ${table} set status = $1, updated_at = $2, version = version + $3 where id = $4 and status = $5`;
  return `select ${wanted} from ${table} as t inner join ${table}_lines as l on l.parent_id = t.id where t.id = $1 and t.status in ($2, $3) order by t.created_at desc`;
}
