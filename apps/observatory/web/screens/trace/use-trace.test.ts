import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toApiProblem } from '@octo/ui/react/api/api-problem.ts';
import { msBetween } from '../../parts/nano.ts';
import { spanOf } from './testing/spans.ts';
import { isAwaited, isGrowing } from './use-trace.ts';

test('an unknown trace is waited for, but not for ever, and nothing else is', () => {
  assert.ok(isAwaited(toApiProblem(404, {}), 1));
  assert.ok(!isAwaited(toApiProblem(404, {}), 15));
  assert.ok(!isAwaited(toApiProblem(410, {}), 1));
  assert.ok(!isAwaited(null, 0));
});

test('a trace may grow until it has been quiet for a while', () => {
  const spans = [spanOf({ id: 'a', ms: [0, 100] }), spanOf({ id: 'b', ms: [50, 1000] })];
  const startMs = msBetween('0', spans[0]?.startTimeUnixNano ?? '0');
  assert.ok(isGrowing(spans, startMs + 2_000));
  assert.ok(isGrowing(spans, startMs + 15_900));
  assert.ok(!isGrowing(spans, startMs + 16_100));
});
