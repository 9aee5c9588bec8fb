import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AppError } from '../../../errors/app-error.ts';
import { isConnectionLost, postgresCode, translateError } from './errors.ts';

function failure(message: string, code?: string): Error {
  return Object.assign(new Error(message), code === undefined ? {} : { code });
}

const cases: { error: Error; kind: string | undefined; isLost: boolean }[] = [
  { error: failure('connect', 'ECONNREFUSED'), kind: 'Unavailable', isLost: true },
  { error: failure('read', 'ECONNRESET'), kind: 'Unavailable', isLost: true },
  { error: failure('closing', '57P01'), kind: 'Unavailable', isLost: true },
  { error: failure('starting up', '57P03'), kind: 'Unavailable', isLost: true },
  { error: failure('too many connections', '53300'), kind: 'Unavailable', isLost: true },
  { error: failure('lost', '08006'), kind: 'Unavailable', isLost: true },
  { error: failure('Connection terminated unexpectedly'), kind: 'Unavailable', isLost: true },
  { error: failure('timeout exceeded when trying to connect'), kind: 'Unavailable', isLost: true },
  { error: failure('Query read timeout'), kind: 'Unavailable', isLost: true },
  { error: failure('password authentication failed', '28P01'), kind: 'Unavailable', isLost: false },
  { error: failure('role is not permitted to log in', '28000'), kind: 'Unavailable', isLost: false },
  { error: failure('canceling statement', '57014'), kind: 'TimedOut', isLost: false },
  { error: failure('lock timeout', '55P03'), kind: 'TimedOut', isLost: false },
  { error: failure('duplicate key', '23505'), kind: undefined, isLost: false },
  { error: failure('syntax', '42601'), kind: undefined, isLost: false },
  { error: failure('of our own'), kind: undefined, isLost: false },
];

for (const { error, kind, isLost } of cases) {
  test(`${postgresCode(error)} (${error.message}) ${kind ? `is ${kind}` : 'keeps its meaning'}`, () => {
    const translated = translateError(error);
    if (kind === undefined) assert.equal(translated, error);
    else assert.ok(translated instanceof AppError && translated.kind === kind && translated.cause === error);
    assert.equal(isConnectionLost(error), isLost);
  });
}

test('a failure that has its meaning already keeps it', () => {
  const error = new AppError('Conflict', 'tests.conflict', 'No.');
  assert.equal(translateError(error), error);
});
