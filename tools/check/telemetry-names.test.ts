import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nameFaults } from './telemetry-names.ts';

const path = 'apps/observatory/slos/slos.ts';
const fault = ['octo.sql_id is taken from the telemetry catalogue'];

test('a name of telemetry is refused wherever it is written by hand', () => {
  const sources = [
    "const name = 'octo.sql_id';",
    "span.setAttributes({ 'octo.sql_id': id });",
    'const q = `octo.sql_id=17`;',
    "const q = 'http.route=/a octo.sql_id=*';",
    '<Link to={metricPath("octo.sql_id")}>a</Link>',
    '<code>octo.sql_id</code>',
    'const q = `octo.sql_id$' + '{more}`;',
    "const q = '/api/auth/*'; const name = 'octo.sql_id'; /** Which is asked for. */",
  ];
  for (const source of sources) assert.deepEqual(nameFaults(path, source), fault, source);
  for (const place of ['platform/database/statement.ts', 'contracts/observatory.ts', 'ui/rum/client/otlp.ts'])
    assert.deepEqual(nameFaults(place, "'octo.sql_id'"), fault, place);
});

test('in the catalogue, in tests and in prose it may stand', () => {
  const homes = [
    'platform/telemetry/names/attributes.ts',
    'contracts/telemetry/business.ts',
    'contracts/browser-telemetry.ts',
    'apps/shop/telemetry-names.ts',
    'apps/observatory/browser/telemetry-names.ts',
    'apps/observatory/slos/slos.test.ts',
    'apps/observatory/testing/visit.ts',
  ];
  for (const home of homes) assert.deepEqual(nameFaults(home, "'octo.sql_id'"), [], home);
  const prose = "/** By `octo.sql_id`. */\n// 'octo.sql_id'\nconst words = 'octo.sql_id, as spans have it';";
  assert.deepEqual(nameFaults(path, prose), []);
  assert.deepEqual(nameFaults(path, "trace.getTracer('octo.http')"), []);
});
