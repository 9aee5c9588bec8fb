import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Inside, sightingsIn } from './sightings.ts';

const inside: Inside = {
  domain: 'octo.test',
  published: ['shop.octo.test', 'crm.octo.test'],
  names: ['sentinel.internal', 'octo_test_17'],
  ports: [18_081],
};

const betrayals: Record<string, string> = {
  'http://Sentinel.INTERNAL/health': 'sentinel.internal',
  'database "octo_test_17" does not exist': 'octo_test_17',
  'postgres://somebody@somewhere/octo': 'postgres://',
  'connect ECONNREFUSED 127.0.0.1:5432': '127.0.0.1',
  'new URL("http://localhost")': 'localhost',
  'listening on [::1]:80': '[::1]',
  'from ::ffff:127.0.0.1': '::ffff:127',
  'HOST=0.0.0.0': '0.0.0.0',
  'http://somewhere:18081/': 'e:18081',
  '{"port": 18081}': 'port": 18081',
  'https://ops.octo.test/': 'ops.octo.test',
  'https://octo.test/': 'octo.test',
};

for (const [text, fragment] of Object.entries(betrayals)) {
  test(`${text} gives something away`, () => assert.ok(sightingsIn(text, inside).includes(fragment)));
}

const harmless = [
  'https://shop.octo.test/cart and https://crm.octo.test',
  '{"revenue":18081,"orders":1808}',
  'https://react.dev/errors/127 http://www.w3.org/2000/svg',
  'version 10.0.0.0.1, a::before, local host',
  'https://nocto.testing.example',
];

for (const text of harmless) {
  test(`${text} gives nothing away`, () => assert.deepEqual(sightingsIn(text, inside), []));
}
