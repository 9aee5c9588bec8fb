import assert from 'node:assert/strict';
import { test } from 'node:test';
import { networkOf } from './network-of.ts';

const cases = [
  { address: '203.0.113.5', network: '203.0.113.5' },
  { address: '::ffff:203.0.113.5', network: '203.0.113.5' },
  { address: '::1', network: '0:0:0:0::/64' },
  { address: '2001:db8:1:2::5', network: '2001:db8:1:2::/64' },
  { address: '2001:0DB8:0001:0002:ffff:ffff:ffff:ffff', network: '2001:db8:1:2::/64' },
  { address: '2001:db8::', network: '2001:db8:0:0::/64' },
  { address: 'fe80::1%eth0', network: 'fe80:0:0:0::/64' },
  { address: 'unknown', network: 'unknown' },
];

for (const { address, network } of cases)
  test(`what comes from ${address} is counted for ${network}`, () => {
    assert.equal(networkOf(address), network);
  });
