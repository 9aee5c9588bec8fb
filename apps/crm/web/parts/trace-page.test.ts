import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tracePage } from './trace-page.ts';

const traceId = '0af7651916cd43dd8448eb211c80319c';

test('a trace is opened in the observatory', () =>
  assert.equal(
    tracePage({ observatory_url: 'https://observe.example.com' }, traceId),
    `https://observe.example.com/traces/${traceId}`,
  ));

test('without an observatory it is opened in OCI APM, where somebody said how', () =>
  assert.equal(
    tracePage({ apm_trace_url: 'https://cloud.example.com/apm?trace={trace_id}&more=1' }, traceId),
    `https://cloud.example.com/apm?trace=${traceId}&more=1`,
  ));

test('without either there is nowhere to open it', () => assert.equal(tracePage({}, traceId), undefined));

for (const id of ['0'.repeat(32), '', traceId.slice(1), `../${traceId}`, traceId.toUpperCase()])
  test(`${JSON.stringify(id)} is no trace that could be opened`, () =>
    assert.equal(tracePage({ observatory_url: 'https://observe.example.com' }, id), undefined));
