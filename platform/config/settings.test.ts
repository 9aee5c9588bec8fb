import assert from 'node:assert/strict';
import { test } from 'node:test';
import { domainName, oneOf, secret, webAddress, whole } from './settings.ts';

const cases: [name: string, parse: (text: string) => unknown, good: [string, unknown][], bad: string[]][] = [
  [
    'a whole number',
    whole('', { min: 1, max: 10 }, {}).parse,
    [
      ['1', 1],
      ['10', 10],
    ],
    ['0', '11', '1.5', 'x', '-1', 'Infinity'],
  ],
  ['a secret', secret('', { minLength: 4 }).parse, [['1234', '1234']], ['123', '']],
  ['a choice', oneOf('', ['a', 'b'], {}).parse, [['a', 'a']], ['c', 'A', '']],
  ['a web address', webAddress('', {}).parse, [['http://h:1/p/', 'http://h:1/p']], ['h', 'ftp://h', '//h']],
  [
    'a domain',
    domainName('', {}).parse,
    [
      ['example.com', 'example.com'],
      ['localhost', 'localhost'],
    ],
    ['https://example.com', 'example.com/', 'example.com:8080', 'a b', 'user@example.com', 'EXAMPLE.com?x'],
  ],
];

for (const [name, parse, good, bad] of cases) {
  test(`reads ${name}, and refuses what is none`, () => {
    for (const [text, value] of good) assert.equal(parse(text), value);
    for (const text of bad) assert.throws(() => parse(text), /must be/, text);
  });
}
