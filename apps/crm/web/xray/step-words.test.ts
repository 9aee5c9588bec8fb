import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stepWords } from './step-words.ts';

for (const [step, words] of [
  [{ source: 'event', name: 'order.placed', about: null }, 'Placed'],
  [{ source: 'checkout', name: 'order.placed', about: 'OCTO-7' }, 'OCTO-7: placed'],
  [{ source: 'audit', name: 'products.stock', about: null }, 'Stock corrected'],
  [{ source: 'message', name: 'order.placed', about: null }, 'Message order.placed sent'],
  [{ source: 'stock', name: 'sold', about: '−1, Frankfurt' }, 'Stock −1, Frankfurt: sold'],
  [{ source: 'event', name: 'order.beamed', about: null }, 'order.beamed'],
] as const)
  test(`${step.source} ${step.name} is told as “${words}”`, () => assert.equal(stepWords(step), words));
