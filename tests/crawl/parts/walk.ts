import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { type Inside, sightingsIn } from './sightings.ts';

/** One of our apps, as its proxy reaches it. */
export interface Site {
  /** Where it really is. */
  url: string;
  /** What the public calls it. */
  host: string;
}

export interface Question {
  method?: string;
  headers?: Record<string, string>;
  body?: string | object;
}

export interface Reply {
  status: number;
  type: string;
  body: string;
  location: string | undefined;
  cookies: string[];
  json(): Record<string, unknown>;
}

/** Requests to one site, as a browser's arrive there; all that comes back is looked through. */
export interface Walk {
  ask(path: string, question?: Question): Promise<Reply>;
  /** What was seen that belongs inside, each with where. */
  sightings: string[];
  /** How many answers came with each status. */
  statuses: Map<number, number>;
}

/** An address of the documentation range: a person out there. */
const visitor = '203.0.113.9';
const agent = new Agent({ keepAlive: true, maxSockets: 8 });

export function openWalk({ url, host }: Site, inside: Inside): Walk {
  const sightings: string[] = [];
  const statuses: Walk['statuses'] = new Map();
  const proxied = {
    host,
    origin: `https://${host}`,
    'x-forwarded-for': visitor,
    'x-forwarded-proto': 'https',
    'x-forwarded-host': host,
  };
  return {
    sightings,
    statuses,
    ask: async (path, { method = 'GET', headers = {}, body } = {}) => {
      const content = body === undefined || typeof body === 'string' ? body : JSON.stringify(body);
      const type = typeof body === 'object' ? { 'content-type': 'application/json' } : {};
      const { target, reply } = await send(`${url}${path}`, method, { ...proxied, ...type, ...headers }, content);
      statuses.set(reply.status, (statuses.get(reply.status) ?? 0) + 1);
      const found = sightingsIn(`${target}\n${reply.body}`, inside);
      sightings.push(...found.map((one) => `${method} ${host}${path} answers ${reply.status} with ${one}`));
      return reply;
    },
  };
}

async function send(url: string, method: string, headers: Record<string, string>, body: string | undefined) {
  const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
  const outgoing = request(url, { agent, method, headers: { ...headers, ...length } });
  outgoing.end(body);
  const [answer] = await once(outgoing, 'response');
  const reply: Reply = {
    status: answer.statusCode,
    type: answer.headers['content-type'] ?? '',
    body: await text(answer),
    location: answer.headers.location,
    cookies: (answer.headers['set-cookie'] ?? []).map((line: string) => line.split(';', 1)[0]),
    json: () => JSON.parse(reply.body),
  };
  return { target: `${answer.statusMessage}\n${answer.rawHeaders.join('\n')}`, reply };
}
