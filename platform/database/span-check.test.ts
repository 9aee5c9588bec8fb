import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { createLogger } from '../telemetry/logger.ts';
import { readMetrics } from '../telemetry/metrics/start-metrics.ts';
import { withoutSpans } from '../telemetry/without-spans.ts';
import { recordSpans } from '../testing/record-spans.ts';
import { column } from './engines/oracle/testing/oracle-columns.ts';
import { openRecorded } from './engines/oracle/testing/recorded-database.ts';
import { openDatabase } from './open-database.ts';
import { checkSpans } from './span-check.ts';
import { createThings, type Things } from './testing/things.ts';

const lines: Record<string, unknown>[] = [];
const logger = createLogger({ name: 'test', namespace: 'octo', version: '1' }, 'info', {
  write: (line) => void lines.push(JSON.parse(line)),
});
let things: Things;
before(async () => {
  things = await createThings();
});
beforeEach(() => void lines.splice(0));
after(() => things[Symbol.asyncDispose]());

test('without telemetry it says that there are no spans', async () => {
  await checkSpans(things.db, logger).done;
  const [line, ...others] = lines;
  assert.deepEqual(others, []);
  assert.equal(line?.severity, 'ERROR');
  assert.equal(line?.['error.code'], 'database.spans_missing');
});

test('with telemetry it is silent, also among work that makes no spans', async () => {
  const spans = recordSpans();
  await withoutSpans(() => checkSpans(things.db, logger).done);
  assert.deepEqual(lines, []);
  assert.deepEqual(
    spans.all().map(({ name }) => name),
    ['SELECT'],
  );
  const reading = await readMetrics();
  const missing = reading?.metrics.find(({ name }) => name === 'octo.db.spans_missing');
  assert.deepEqual(
    missing?.points.map((point) => ('value' in point ? point.value : undefined)),
    [0],
  );
});

test('on Oracle it is silent with the driver that was tested, and names any other', async () => {
  const answer = { columns: [column.bareNumber('PROOF')], rows: [[1]] };
  await using tested = openRecorded();
  tested.answer('select 1 as proof', answer);
  await checkSpans(tested.db, logger).done;
  assert.deepEqual(lines, []);

  await using other = openRecorded({ client: { ...tested.client, versionString: '26.0.0' } });
  await checkSpans(other.db, logger).done;
  assert.deepEqual(
    lines.map((line) => line['error.code']),
    ['database.driver_untested'],
  );
});

test('a database that is away is asked again later, and the check can be given up', async () => {
  const url = 'postgres://nobody@127.0.0.1:1/none';
  const away = openDatabase({ url, applicationName: 'things', poolMax: 1 });
  const check = checkSpans(away, logger);
  check[Symbol.dispose]();
  await check.done;
  await away.destroy();
  assert.deepEqual(lines, []);
});
