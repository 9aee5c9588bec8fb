import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readConfig } from './config.ts';
import { ownAddress } from './own-address.ts';

const cases = [
  { address: '127.0.0.1:8070', isOwn: true },
  { address: 'localhost:4318', isOwn: true },
  { address: '[::1]:8070', isOwn: true },
  { address: '127.0.0.1:8080', isOwn: false },
  { address: '10.0.0.5:8070', isOwn: false },
  { address: 'localhost', isOwn: false },
  { address: 'observatory.example.com:443', isOwn: true },
  { address: 'observatory.example.com', isOwn: true },
  { address: 'observatory.example.com:8070', isOwn: false },
];

const config = readConfig({ OBSERVATORY_PUBLIC_URL: 'https://observatory.example.com' });
const isOwnHere = ownAddress({ config, intakePorts: new Set([8070, 4318]) });

for (const { address, isOwn } of cases)
  test(`${address} is ${isOwn ? 'the observatory itself' : 'somebody else'}`, () => {
    assert.equal(isOwnHere(address), isOwn);
  });

test('without an address for people only those of this machine are its own', () => {
  assert.equal(ownAddress({ config: readConfig({}), intakePorts: new Set([8070]) })('undefined'), false);
});
