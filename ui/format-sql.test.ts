import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatSql } from './format-sql.ts';

test('each clause has its line, conditions are indented', () => {
  assert.equal(
    formatSql(
      'select a, b from t left join u on u.id = t.id where a = $1 and b = $2 order by a fetch first 5 rows only',
    ),
    [
      'select a, b',
      'from t',
      'left join u on u.id = t.id',
      'where a = $1',
      '  and b = $2',
      'order by a',
      'fetch first 5 rows only',
    ].join('\n'),
  );
});

test('what is in brackets stays in its line', () => {
  assert.equal(
    formatSql('update t set a = $1 where id in (select id from u where b = $2)'),
    ['update t', 'set a = $1', 'where id in (select id from u where b = $2)'].join('\n'),
  );
});

test('a word of SQL inside a text or a name is no clause', () => {
  for (const statement of ["select 'from where' as x", 'select "order by" as x', 'select from_date as x'])
    assert.equal(formatSql(statement), statement);
});

for (const statement of ['COMMIT', 'select', '', ')', "select 'not closed"])
  test(`${statement || 'nothing'} comes back as it is`, () => assert.equal(formatSql(statement), statement));

test('blanks and lines are made even', () => {
  assert.equal(formatSql('  insert into t (a)\n\n   values   ($1)  '), 'insert into t (a)\nvalues ($1)');
});
