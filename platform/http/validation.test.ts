import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Type } from 'typebox';
import { AppError } from '../errors/app-error.ts';
import { readerOf } from './validation.ts';

const Item = Type.Object({ quantity: Type.Integer({ minimum: 1 }) });
const read = readerOf(Type.Object({ id: Type.Integer(), items: Type.Array(Item) }), 'payload');

test('a part that is as it should be is handed out as it is, with what the schema does not name', () => {
  const part = { id: 1, items: [{ quantity: 2, note: 'new' }], later: true };
  assert.deepEqual(read(part), { id: 1, items: [{ quantity: 2, note: 'new' }], later: true });
});

const refused: Record<string, [part: unknown, fields: string[]]> = {
  'a field that is missing': [{ items: [] }, ['payload.id']],
  'a field of another kind': [{ id: '1', items: [] }, ['payload.id']],
  'a field deep within': [{ id: 1, items: [{ quantity: 2 }, { quantity: 0 }] }, ['payload.items.1.quantity']],
  'several at once': [{}, ['payload.id', 'payload.items']],
  'what is no object': ['text', ['payload']],
  nothing: [undefined, ['payload']],
};

for (const [what, [part, fields]] of Object.entries(refused)) {
  test(`blames ${what}`, () => {
    assert.throws(
      () => read(part),
      (error) => {
        assert.ok(error instanceof AppError);
        assert.deepEqual([error.kind, error.code], ['Invalid', 'http.invalid']);
        assert.deepEqual(
          error.fields.map(({ field }) => field),
          fields,
        );
        return true;
      },
    );
  });
}

test('says in plain words what is wrong with a number', () => {
  const readMovement = readerOf(
    Type.Object({ price: Type.Number(), delta: Type.Integer({ not: { const: 0 } }) }),
    'body',
  );
  assert.throws(() => readMovement({ price: '5', delta: 0 }), {
    message: 'body.price must be a number; body.delta is not accepted.',
  });
});
