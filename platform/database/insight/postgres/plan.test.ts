import assert from 'node:assert/strict';
import { test } from 'node:test';
import { planHashOf, planLines } from '../plan-lines.ts';
import { readExplained } from './plan.ts';

const scan = {
  'Node Type': 'Index Scan',
  'Relation Name': 'orders',
  Alias: 'o',
  'Index Name': 'orders_by_customer',
  'Startup Cost': 0.28,
  'Total Cost': 8.3,
  'Plan Rows': 12,
  'Index Cond': '(customer_id = $1)',
  Filter: "((status)::text = 'placed'::text)",
};
const join = {
  'Node Type': 'Hash Join',
  'Join Type': 'Left',
  'Startup Cost': 1,
  'Total Cost': 9.5,
  'Plan Rows': 12,
  'Hash Cond': '(o.id = i.order_id)',
  Plans: [scan, { 'Node Type': 'Seq Scan', 'Relation Name': 'order_items', Alias: 'i', 'Plan Rows': 40 }],
};
const read = (plan: object) => readExplained([{ Plan: plan }]);

test('reads a plan as lines, without the constants of its conditions', () => {
  assert.deepEqual(planLines(read(join)), [
    'Left Hash Join (cost 1..9.5, rows 12)',
    '    Hash Cond: (o.id = i.order_id)',
    '  Index Scan using orders_by_customer on orders o (cost 0.28..8.3, rows 12)',
    '      Index Cond: (customer_id = $1)',
    '      Filter: ((status)::text = ?::text)',
    '  Seq Scan on order_items i (rows 40)',
  ]);
});

test('plans are the same by their shape, whatever they would cost', () => {
  const hash = planHashOf(read(join));
  assert.equal(planHashOf(read({ ...join, 'Total Cost': 99, 'Plan Rows': 1, 'Hash Cond': '(x)' })), hash);
  for (const change of [{ 'Join Type': 'Inner' }, { 'Node Type': 'Nested Loop' }, { Plans: [scan] }]) {
    assert.notEqual(planHashOf(read({ ...join, ...change })), hash);
  }
  assert.notEqual(planHashOf(read({ ...scan, 'Index Name': 'orders_pkey' })), planHashOf(read(scan)));
  assert.notEqual(planHashOf(read({ ...scan, 'Relation Name': 'order_items' })), planHashOf(read(scan)));
});

test('takes nothing else for a plan', () => {
  for (const other of [undefined, [], [{}], { Plan: scan }]) assert.throws(() => readExplained(other), TypeError);
});
