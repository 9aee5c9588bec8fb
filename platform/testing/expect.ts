import assert from 'node:assert/strict';
import type { Endpoint } from '@octo/contracts/endpoint.ts';
import { Problem } from '@octo/contracts/problem.ts';
import type { LightMyRequestResponse as Answer } from 'fastify';
import type { TSchema } from 'typebox';
import { Value } from 'typebox/value';

/** Asserts an answer of the API to be what its contract promises for that status, and returns its body. */
export function expectContract(endpoint: Endpoint, status: number, answer: Answer) {
  assert.equal(answer.statusCode, status, answer.payload);
  assert.match(String(answer.headers['content-type']), /^application\/json/);
  const schema = endpoint.responses[status];
  assert.ok(schema, `${endpoint.path} promises no ${status}`);
  expectShape(schema, answer.json());
  return answer.json();
}

interface ExpectedProblem {
  status: number;
  code: string | RegExp;
  /** The field at fault; undefined when none is. */
  field?: string | undefined;
}

/** Asserts an answer to be a problem+json with everything a caller may count on. */
export function expectProblem(answer: Answer, expected: ExpectedProblem): void {
  assert.equal(answer.statusCode, expected.status, answer.payload);
  assert.match(String(answer.headers['content-type']), /^application\/problem\+json/);
  assert.equal(answer.headers['cache-control'], 'no-store');
  const problem = answer.json();
  expectShape(Problem, problem);
  assert.equal(problem.status, expected.status);
  if (typeof expected.code === 'string') assert.equal(problem.code, expected.code);
  else assert.match(problem.code, expected.code);
  assert.equal(problem.field, expected.field);
  assert.equal(problem.trace_id, answer.headers['x-trace-id']);
  assert.ok(problem.message.length > 10);
}

/** Asserts an answer to be a page that a person can read. */
export function expectPage(answer: Answer, status: number, text: RegExp): void {
  assert.equal(answer.statusCode, status, answer.payload.slice(0, 500));
  assert.match(String(answer.headers['content-type']), /^text\/html/);
  assert.match(answer.payload, /^<!doctype html>/);
  assert.match(answer.payload, text);
}

function expectShape(schema: TSchema, value: unknown): void {
  const [error] = Value.Errors(schema, value);
  assert.equal(error, undefined, `${error?.instancePath} ${error?.message} in ${JSON.stringify(value)}`);
}
