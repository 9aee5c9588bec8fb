import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Enrichment } from '@octo/contracts/integrations.ts';

/** How the CRM is: it answers, takes a request and never answers, fails, or knows nobody. */
export type CrmMood = 'answers' | 'hangs' | 'fails' | 'knows nobody';

/** A CRM that takes every message and tells of every customer, as its contract says. */
export interface FakeCrm extends AsyncDisposable {
  url: string;
  mood: CrmMood;
  /** Every request that came, in order. */
  requests: Pick<IncomingMessage, 'url' | 'headers'>[];
  /** Ends every request that is under way without an answer. */
  cut(): void;
}

export const industry = 'Aerial filming';

export async function startFakeCrm(): Promise<FakeCrm> {
  const requests: FakeCrm['requests'] = [];
  const server = createServer((request, answer) => {
    requests.push({ url: request.url, headers: request.headers });
    respond(crm.mood, request, answer);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new TypeError('not a TCP server');
  const crm: FakeCrm = {
    url: `http://127.0.0.1:${address.port}`,
    mood: 'answers',
    requests,
    cut: () => server.closeAllConnections(),
    [Symbol.asyncDispose]: async () => {
      if (!server.listening) return;
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
  return crm;
}

function respond(mood: CrmMood, request: IncomingMessage, answer: ServerResponse): void {
  if (mood === 'hangs') return;
  if (mood === 'answers' && request.method === 'POST') return void send(answer, 200, { status: 'applied' });
  const customerId = Number(new URL(request.url ?? '/', 'http://crm').searchParams.get('customer_id'));
  if (mood === 'answers') send(answer, 200, profileOf(customerId));
  else if (mood === 'knows nobody') send(answer, 404, { code: 'customers.not_found' });
  else send(answer, 500, { code: 'internal' });
}

function send(answer: ServerResponse, status: number, body: object): void {
  answer.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

export function profileOf(customerId: number): Enrichment {
  return {
    customer_id: customerId,
    name: 'Zoe Unmistakable',
    company: 'Unmistakable Ltd',
    industry,
    segment: 'key_account',
    revenue: 1_000_000,
    totals: { orders: 3, spent: 1499.7, last_order_at: '2026-01-02T03:04:05.678Z' },
    invoices_open: 1,
    customer_since: '2025-01-02T03:04:05.678Z',
  };
}
