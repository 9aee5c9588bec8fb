import assert from 'node:assert/strict';
import { test } from 'node:test';
import { eventDetail, eventWords } from './event-words.ts';

test('an event has its words; one that ends a hold is told from one that takes an order', () => {
  assert.equal(eventWords({ event_type: 'order.accepted', from_status: 'placed' }).label, 'Accepted');
  assert.equal(eventWords({ event_type: 'order.accepted', from_status: 'on_hold' }).label, 'Hold released');
  assert.equal(eventWords({ event_type: 'fulfilment.packed', from_status: 'fulfilling' }).label, 'Packed');
});

test('an event that nobody knows keeps its name', () => {
  assert.deepEqual(eventWords({ event_type: 'order.sung', from_status: null }), { label: 'order.sung', tone: 'quiet' });
});

test('details of a payment are its reference, those of a step its reason', () => {
  assert.equal(eventDetail({ event_type: 'payment.recorded', details: 'SEPA 1' }), 'Reference SEPA 1');
  assert.equal(eventDetail({ event_type: 'order.on_hold', details: 'Wrong address' }), 'Wrong address');
  assert.equal(eventDetail({ event_type: 'order.placed', details: null }), undefined);
});
