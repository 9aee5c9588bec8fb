import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { getLogLine, type LogRecord, listLogs, summariseLogs } from '@octo/contracts/observatory-logs.ts';
import { expectContract, expectProblem } from '@octo/platform/testing/expect.ts';
import { logsBody, nano, newId, newTraceId } from '../testing/otlp-json.ts';
import { createTestObservatory } from '../testing/test-observatory.ts';

const t = await createTestObservatory();
after(() => t[Symbol.asyncDispose]());

async function list(query: string): Promise<LogRecord[]> {
  return expectContract(listLogs, 200, await t.app.inject(`/api/logs?${query}`)).logs;
}

async function bodies(query: string): Promise<string[]> {
  return (await list(query)).map(({ body }) => body);
}

const said = (q: string) => bodies(new URLSearchParams({ q, service: 'asked' }).toString());

test('log lines are found by trace, service and severity, page by page', async () => {
  const traceId = newTraceId();
  const spanId = newId(8);
  const timeMs = Date.now() - 1000;
  await t.send(
    'logs',
    logsBody(
      'shop',
      [
        { body: 'second', traceId, spanId, timeMs: timeMs + 5, severity: 'WARN', attributes: { duration_ms: 1.5 } },
        { body: 'first', traceId, timeMs },
        { body: '100% alone', severity: 'error' },
      ],
      'shop-1',
    ),
  );
  await t.send('logs', logsBody('crm', [{ body: 'third', traceId, timeMs: timeMs + 9 }]));
  assert.deepEqual(await bodies(`traceId=${traceId}`), ['first', 'second', 'third']);
  assert.deepEqual(await bodies(`traceId=${traceId}&service=crm`), ['third']);
  assert.deepEqual(await bodies(''), ['100% alone', 'third', 'second', 'first']);
  assert.deepEqual(await bodies('severity=warn'), ['100% alone', 'second']);
  assert.deepEqual(await bodies('severity=ERROR'), ['100% alone']);
  assert.deepEqual(await bodies(`fromUnixNano=${nano(timeMs)}&toUnixNano=${nano(timeMs + 6)}`), ['second', 'first']);
  const [record] = await list(`traceId=${traceId}&severity=WARN`);
  assert.deepEqual(record, {
    id: record?.id,
    timeUnixNano: nano(timeMs + 5),
    service: 'shop',
    instance: 'shop-1',
    severity: 'WARN',
    body: 'second',
    traceId,
    spanId,
    attributes: { duration_ms: 1.5 },
  });
  for (const query of [`traceId=${traceId}`, 'service=shop', 'fromUnixNano=0']) {
    const found: string[] = [];
    for (let after = ''; ; ) {
      const page = (await t.app.inject(`/api/logs?limit=1&${query}${after}`)).json();
      found.push(...page.logs.map(({ body }: LogRecord) => body));
      if (page.next === null) break;
      after = `&after=${page.next}`;
    }
    assert.deepEqual(found, await bodies(query));
  }
});

test('lines are found by words, phrases and fields, and by what is not in them', async () => {
  const asOf = Date.now() - 60_000;
  await t.send(
    'logs',
    logsBody('asked', [
      {
        body: 'Order 41 was accepted',
        timeMs: asOf + 3,
        attributes: { 'event.name': 'order.accepted', duration_ms: 2500, late: false },
      },
      {
        body: 'was the order accepted? 100% sure',
        timeMs: asOf + 2,
        attributes: { 'http.route': '/api/orders/:id', duration_ms: 3 },
      },
      {
        body: 'ordinary café',
        timeMs: asOf + 1,
        spanId: 'aaaaaaaaaaaaaaaa',
        attributes: { 'event.name': 'security.login_failed', late: true, duration_ms: 'long' },
      },
    ]),
  );
  const [accepted, asked, other] = await said('');
  for (const [q, ...found] of [
    ['order', accepted, asked],
    ['ord', accepted, asked, other],
    ['rder'],
    ['ACCEPTED order', accepted, asked],
    ['"order 41 was acc"', accepted],
    ['"was accepted"', accepted],
    ['cafe', other],
    ['%', asked],
    ['100%', asked],
    ['order -"was accepted"', asked],
    ['-order', other],
    ['http.route=/api/orders/:id', asked],
    ['duration_ms=2500', accepted],
    ['late=false', accepted],
    ['late!=false', asked, other],
    ['duration_ms!=3', accepted, other],
    ['duration_ms>3', accepted],
    ['duration_ms<=3', asked],
    ['event.name=*', accepted, other],
    ['event.name!=*', asked],
    ['event.name=security.*', other],
    ['event.name!=security.*', accepted, asked],
    ['span_id=AAAAAAAAAAAAAAAA', other],
    ['event.name=order'],
    ['span_id!=aaaaaaaaaaaaaaaa', accepted, asked],
    ['trace_id!=x', accepted, asked, other],
    ['service=asked severity=info', accepted, asked, other],
    ['severity!=info'],
    ['service!=asked'],
    ['"a" OR (b*'],
    ['" ^near: * NOT', ...[]],
  ] as const)
    assert.deepEqual(await said(q), found, q);
});

test('a line stands among those around it: of its process, of all, or of its trace', async () => {
  const traceId = newTraceId();
  const at = Date.now() - 60_000;
  const lines = (name: string, times: number[]) =>
    times.map((ms) => ({ body: `${name} ${ms}`, timeMs: at + ms, ...(ms % 2 === 0 ? { traceId } : {}) }));
  await t.send('logs', logsBody('pair', lines('one', [0, 10, 20, 30, 40]), 'one'));
  await t.send('logs', logsBody('pair', lines('two', [5, 15, 26, 35]), 'two'));
  const [line] = await list('q=%22one+20%22');
  const around = async (query: string) => {
    const found = expectContract(getLogLine, 200, await t.app.inject(`/api/logs/${line?.id}?${query}`));
    assert.equal(found.line.body, 'one 20');
    return [found.earlier, found.later].map((lines) => lines.map(({ body }: LogRecord) => body));
  };
  assert.deepEqual(await around(''), [
    ['one 0', 'one 10'],
    ['one 30', 'one 40'],
  ]);
  assert.deepEqual(await around('scope=all&before=2&after=1'), [['one 10', 'two 15'], ['two 26']]);
  assert.deepEqual(await around('scope=trace&before=1'), [['one 10'], ['two 26', 'one 30', 'one 40']]);
  const { hasEarlier, hasLater } = (await t.app.inject(`/api/logs/${line?.id}?before=1&after=2`)).json();
  assert.deepEqual([hasEarlier, hasLater], [true, false]);
  expectProblem(await t.app.inject('/api/logs/4711'), { status: 404, code: 'logs.unknown' });
  expectProblem(await t.app.inject('/api/logs/x'), { status: 400, code: 'http.invalid', field: 'id' });
  expectProblem(await t.app.inject(`/api/logs/${line?.id}?scope=x`), {
    status: 400,
    code: 'http.invalid',
    field: 'scope',
  });
});

test('what a search finds is counted over time and by what lines have in common', async () => {
  await using counted = await createTestObservatory();
  const minuteMs = 60_000;
  const endMs = Math.floor(Date.now() / minuteMs) * minuteMs - minuteMs;
  const lines = Array.from({ length: 30 }, (_, at) => ({
    body: at % 3 === 0 ? 'request failed' : 'request done',
    timeMs: endMs - at * minuteMs + 1,
    severity: at % 3 === 0 ? 'ERROR' : at % 3 === 1 ? 'WARN' : 'INFO',
    attributes: { 'http.route': `/r/${at % 2}`, ...(at === 0 ? { 'error.code': 'a.b' } : {}) },
  }));
  await counted.send('logs', logsBody('shop', lines));
  await counted.send('logs', logsBody('crm', [{ body: 'request done', timeMs: endMs }]));
  const window = (fromMs: number, toMs: number) => `fromUnixNano=${nano(fromMs)}&toUnixNano=${nano(toMs)}`;
  const hour = window(endMs - 40 * minuteMs, endMs + minuteMs);
  const summary = async (query: string) =>
    expectContract(summariseLogs, 200, await counted.app.inject(`/api/logs/summary?${query}`));
  const all = await summary(hour);
  assert.deepEqual([all.lines, all.stepMs, all.steps.length, all.countedBackToUnixNano], [31, minuteMs, 41, null]);
  assert.deepEqual(all.steps[40], { startTimeUnixNano: nano(endMs), errors: 1, warnings: 0, others: 1 });
  assert.deepEqual(all.facets.service.values, [
    { value: 'shop', lines: 30 },
    { value: 'crm', lines: 1 },
  ]);
  assert.deepEqual(all.facets.code, { values: [{ value: 'a.b', lines: 1 }], others: 0 });
  const failed = await summary(`${hour}&q=failed`);
  assert.deepEqual([failed.lines, failed.facets.severity.values], [10, [{ value: 'ERROR', lines: 10 }]]);
  assert.equal((await summary(`${hour}&severity=WARN`)).lines, 20);
  assert.equal((await summary(`${hour}&service=crm`)).lines, 1);
  const narrow = await summary(window(endMs - 500, endMs + 500));
  assert.deepEqual([narrow.lines, narrow.stepMs], [2, 1000]);
  const uneven = await summary(window(endMs - 40 * minuteMs + 7, endMs + 1));
  assert.equal(uneven.lines, 30, 'the ends of the window are not those of minutes');
  assert.equal((await summary('')).lines, 31);
});

test('a window of a hundred years is counted like that of the lines in it', async () => {
  await using counted = await createTestObservatory();
  const nowMs = Date.now();
  const lines = [nowMs - 5 * 3_600_000, nowMs - 3_600_000, nowMs].map((timeMs) => ({ body: 'here', timeMs }));
  await counted.send('logs', logsBody('shop', lines));
  let turns = 0;
  let turn = setImmediate(function next() {
    turns += 1;
    turn = setImmediate(next);
  });
  const answer = await counted.app.inject('/api/logs/summary?fromUnixNano=0&toUnixNano=4102444800000000000');
  clearImmediate(turn);
  assert.equal(expectContract(summariseLogs, 200, answer).lines, 3);
  assert.ok(turns < 1000, `others had ${turns} turns meanwhile`);
});

test('a log line that is structured says what it says as JSON', async () => {
  const values = [{ key: 'order', value: { intValue: '41' } }];
  const bodies = [{ kvlistValue: { values } }, { arrayValue: { values: [{ stringValue: 'a' }, { intValue: '2' }] } }];
  const body = { resourceLogs: [{ scopeLogs: [{ logRecords: bodies.map((one) => ({ body: one })) }] }] };
  await t.send('logs', body);
  const { logs } = (await t.app.inject('/api/logs?service=unknown_service')).json();
  assert.deepEqual(
    logs.map(({ body }: { body: string }) => body),
    ['["a",2]', '{"order":41}'],
  );
});

test('a log search that makes no sense is refused, and its field blamed', async () => {
  for (const [query, field] of [
    ['traceId=x', 'traceId'],
    ['limit=0', 'limit'],
    ['after=x', 'after'],
    ['severity=loud', 'severity'],
    ['fromUnixNano=soon', 'fromUnixNano'],
  ])
    for (const path of ['/api/logs', ...(field === 'limit' || field === 'after' ? [] : ['/api/logs/summary'])])
      expectProblem(await t.app.inject(`${path}?${query}`), { status: 400, code: /invalid/, field });
});
