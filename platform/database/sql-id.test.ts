import assert from 'node:assert/strict';
import { test } from 'node:test';
import { oracleSqlId } from './sql-id.ts';

const known = [
  { text: 'select * from dual', sqlId: 'a5ks9fhw2v9s1' },
  { text: 'select sysdate from dual', sqlId: '7h35uxf5uhmm1' },
  { text: 'SELECT * FROM DUAL', sqlId: '9g6pyx7qz035v' },
  { text: "select 'Slavik' from dual", sqlId: '29schpgjyfxux' },
  { text: 'SELECT /* ä */ * from dual where dummy = :1', sqlId: '512k73hwcpwcx' },
  { text: 'SELECT /* 가 */ * from dual where dummy = :1', sqlId: 'bf0zf45zzqrn9' },
  { text: 'SELECT * from dual where dummy = :1 ', sqlId: '71hmmykrsa7wp' },
  {
    text: 'select privilege# from sysauth$ where (grantee#=:1 or grantee#=1) and privilege#>0',
    sqlId: '0k8522rmdzg4k',
  },
  { text: 'select 1 from dual', sqlId: '520mkxqpf15q8' },
  { text: 'select * from customers', sqlId: 'dghr9yudkxgps' },
];

for (const { text, sqlId } of known) {
  test(`gives ${sqlId} to ${JSON.stringify(text)}`, () => {
    assert.equal(oracleSqlId(text), sqlId);
  });
}

test('changes with a trailing semicolon, as Oracle hashes the text as sent', () => {
  assert.notEqual(oracleSqlId('select * from dual;'), oracleSqlId('select * from dual'));
});
