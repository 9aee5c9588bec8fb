import assert from 'node:assert/strict';
import { test } from 'node:test';
import { conditionForm } from './condition-form.ts';

const sameMeaning: [postgres: string, oracle: string, form: string][] = [
  ['(revenue >= (0)::numeric)', 'revenue >= 0', 'revenue >= 0'],
  ['((quantity >= 1) AND (quantity <= 99))', 'quantity between 1 and 99', 'quantity >= 1 and quantity <= 99'],
  [
    "((status)::text = ANY ((ARRAY['draft'::character varying, 'In Use'::character varying])::text[]))",
    `"STATUS" in ('draft', 'In Use')`,
    "status in ('draft', 'In Use')",
  ],
  ["((role)::text = 'admin'::text)", "role in ('admin')", "role = 'admin'"],
  [
    '((max_uses = 0) OR (used_count <= max_uses))',
    'max_uses = 0 or used_count <= max_uses',
    'max_uses = 0 or used_count <= max_uses',
  ],
  [
    '(total = ((subtotal - discount) + shipping_cost))',
    'total = subtotal - discount + shipping_cost',
    'total = subtotal - discount + shipping_cost',
  ],
  ['((a IS NULL) OR (b IS NOT NULL))', 'a is null or b is not null', 'a is null or b is not null'],
  ['lower((email)::text)', 'LOWER("EMAIL")', 'lower(email)'],
  ["'USD'::character varying", "'USD' ", "'USD'"],
  ['(delta <> 0)', 'delta != 0', 'delta <> 0'],
  ["'-1'::integer", "'-1'", "'-1'"],
  ['(balance >= -5)', 'balance >= -5', 'balance >= -5'],
];

for (const [postgres, oracle, form] of sameMeaning) {
  test(`reads ${postgres} and ${oracle} as the same`, () => {
    assert.equal(conditionForm(postgres), form);
    assert.equal(conditionForm(oracle), form);
  });
}

const otherMeaning: [string, string][] = [
  ['quantity >= 0', 'quantity > 0'],
  ['a = b - (c + d)', 'a = b - c + d'],
  ['a = 1 and (b = 1 or c = 1)', 'a = 1 and b = 1 or c = 1'],
  ["status in ('a', 'b')", "status not in ('a', 'b')"],
  ["status in ('a', 'b')", "status in ('a', 'B')"],
  ['quantity between 1 and 99', 'quantity between 1 and 100'],
  ['a is null', 'a is not null'],
];

for (const [one, other] of otherMeaning) {
  test(`keeps ${one} apart from ${other}`, () => {
    assert.notEqual(conditionForm(one), conditionForm(other));
  });
}

test('says what it does not understand', () => {
  assert.throws(() => conditionForm('a > 0 )'), /not understood from "\)" on: a > 0 \)/);
  assert.throws(() => conditionForm('(a > 0'), /is missing/);
  assert.throws(() => conditionForm('a >'), /ends early/);
});
