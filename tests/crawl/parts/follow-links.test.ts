import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { after, test } from 'node:test';
import { followLinks } from './follow-links.ts';
import { openWalk } from './walk.ts';

const host = 'shop.octo.test';
const inside = { domain: 'octo.test', published: [host], names: ['sentinel.internal'], ports: [18_081] };

/** By path: the type, the body, and further headers. */
const files: Record<string, [string, string, Record<string, string>?]> = {
  '/': [
    'text/html',
    '<link rel="stylesheet" href="/a.css"><script src="s.js"></script><a href="/moved?a=1&amp;b=2">x</a><form action="/f"></form>',
  ],
  '/a.css': ['text/css', '@import "deep/b.css"; body { color: red }'],
  '/deep/b.css': ['text/css', 'i { background: url(../p.svg) }'],
  '/p.svg': ['image/svg+xml', '<!-- made on sentinel.internal -->'],
  '/s.js': ['text/javascript', 'import("./t.js"); import x from"/u.js"'],
  '/t.js': ['text/javascript', 'fetch("http://localhost/x")'],
  '/u.js': ['text/javascript', 'const port = 18081'],
  '/moved?a=1&b=2': ['text/plain', '', { location: '/target' }],
  '/target': ['text/plain', '', { via: '1.1 sentinel.internal' }],
  '/f': ['text/plain', 'https://ops.octo.test', { 'set-cookie': 'a=b; Domain=crm.octo.test' }],
};

const server = createServer(({ url = '/' }, response) => {
  const [type, body, headers] = files[url] ?? ['text/plain', 'nothing'];
  response.writeHead(200, { 'content-type': type, ...headers }).end(body);
});
server.listen(0, '127.0.0.1');
await once(server, 'listening');
after(() => server.close());
const address = server.address();
const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;

test('everything that is linked to is reached, and what each says too much is seen', async () => {
  const walk = openWalk({ url, host }, inside);
  const paths = await followLinks(walk, { starts: ['/'] });
  assert.deepEqual([...paths].sort(), Object.keys(files).sort());
  assert.deepEqual(walk.sightings.sort(), [
    `GET ${host}/f answers 200 with crm.octo.test`,
    `GET ${host}/f answers 200 with ops.octo.test`,
    `GET ${host}/p.svg answers 200 with sentinel.internal`,
    `GET ${host}/t.js answers 200 with localhost`,
    `GET ${host}/target answers 200 with sentinel.internal`,
    `GET ${host}/u.js answers 200 with port = 18081`,
  ]);
});

test('what a browser would send is sent, and other hosts are not asked', async () => {
  files['/'] = [
    'text/html',
    '<a href="https://elsewhere.example/x">x</a><a href="#main">x</a><a href="mailto:a@b.c">x</a>',
  ];
  const walk = openWalk({ url, host }, { ...inside, published: [host, 'crm.octo.test'] });
  assert.deepEqual([...(await followLinks(walk, { starts: ['/'] }))], ['/']);
  assert.deepEqual([...walk.statuses], [[200, 1]]);
});
