import assert from 'node:assert/strict';
import { test } from 'node:test';
import { searchWords } from './search-words.ts';

const cases: { search: string | undefined; words: string[] }[] = [
  { search: undefined, words: [] },
  { search: '', words: [] },
  { search: ' \t\n ', words: [] },
  { search: 'drone', words: ['drone'] },
  { search: '  long   range\tdrone ', words: ['long', 'range', 'drone'] },
  { search: '100% c_rbon', words: ['100%', 'c_rbon'] },
  { search: '1 2 3 4 5 6 7 8 9 10', words: ['1', '2', '3', '4', '5', '6', '7', '8'] },
];

for (const { search, words } of cases) {
  test(`finds ${words.length} words in ${JSON.stringify(search)}`, () => {
    assert.deepEqual(searchWords(search), words);
  });
}
