import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gatherFacts } from './facts.ts';
import { readClaims } from './read-pages.ts';
import { faultOf } from './verify.ts';

test('whatever the pages name, call or count is in the sources', async () => {
  const facts = await gatherFacts();
  const claims = await readClaims();
  assert.ok(claims.length > 100, 'the pages were read');
  const faults = await Promise.all(claims.map((claim) => faultOf(claim, facts)));
  assert.deepEqual(
    faults.filter((fault) => fault !== undefined),
    [],
  );
});

test('the README tells of every command and leads to every page', async () => {
  const { scripts, paths, read } = await gatherFacts();
  const readme = await read('README.md');
  const commands = [...scripts].map((name) => `\`npm ${['start', 'test'].includes(name) ? name : `run ${name}`}\``);
  const pages = [...paths].filter((path) => /^docs\/[^/]+\.md$/.test(path)).map((path) => `](${path})`);
  assert.ok(commands.length > 5 && pages.length > 5, 'commands and pages were found');
  assert.deepEqual(
    [...commands, ...pages].filter((text) => !readme.includes(text)),
    [],
  );
});
