import assert from 'node:assert/strict';
import { test } from 'node:test';
import { missingRights, type RightsRow } from './rights.ts';

const complete: RightsRow = {
  maySeeSessions: true,
  extensionVersion: '1.12',
  isLoaded: true,
  mayExplain: true,
  ownerMaySee: true,
  roleName: 'octo_insight',
};

const cases: readonly [Partial<RightsRow>, RegExp[]][] = [
  [{}, []],
  [{ isLoaded: null }, []],
  [{ isLoaded: false }, [/shared_preload_libraries/]],
  [{ extensionVersion: null, mayExplain: false }, [/create extension pg_stat_statements/]],
  [{ extensionVersion: '1.9' }, [/alter extension pg_stat_statements update/]],
  [{ extensionVersion: '2.0' }, []],
  [{ maySeeSessions: false }, [/grant pg_monitor to octo_insight/]],
  [{ mayExplain: false, ownerMaySee: null }, [/npm run db:migrate/]],
  [{ ownerMaySee: false }, [/grant pg_read_all_stats/]],
];

for (const [change, sentences] of cases) {
  test(`${JSON.stringify(change)} lacks ${sentences.length === 0 ? 'nothing' : sentences.join(' and ')}`, () => {
    const missing = missingRights({ ...complete, ...change });
    assert.equal(missing.length, sentences.length);
    for (const [place, sentence] of sentences.entries()) assert.match(missing[place] ?? '', sentence);
  });
}
