import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { text, whole } from '@octo/platform/config/settings.ts';
import { configurationPage, environmentExample } from './configuration.ts';
import { staleDocs, writeDocs } from './generated-docs.ts';
import { tracedVerbs } from './traced-verbs.ts';

const groups = [
  {
    title: 'Kiosk',
    about: 'Read by the kiosk.',
    settings: {
      KIOSK_PORT: whole('Where it listens', { min: 1, max: 9 }, { fallback: 8 }),
      KIOSK_KEY: text('Opens it', { isSecret: true }),
      KIOSK_DOOR: text('Where it is', { isOptional: true, instead: 'KIOSK_NOTE' }),
      KIOSK_NOTE: text('Said on a screen', { isOptional: true }),
    },
  },
];

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'octo-docs-'));
});
afterEach(() => rm(dir, { recursive: true }));

test('a stale file and a missing one are named, a current one is not', async () => {
  const docs = new Map([
    ['current.md', 'one'],
    ['changed.md', 'two'],
  ]);
  await writeDocs(dir, docs);
  assert.deepEqual(await staleDocs(dir, docs), []);
  await writeFile(join(dir, 'changed.md'), 'edited by hand');
  assert.deepEqual(await staleDocs(dir, new Map([...docs, ['missing.md', 'three']])), ['changed.md', 'missing.md']);
});

test('a setting is documented with what it takes and what holds without it', () => {
  const page = configurationPage(groups);
  assert.match(page, /\| `KIOSK_PORT` \| Where it listens \| whole number from 1 to 9 \| `8` \|/);
  assert.match(page, /\| `KIOSK_KEY` \| Opens it \(secret\) \| text \| \*\*required\*\* \|/);
  assert.match(page, /\| `KIOSK_NOTE` \| Said on a screen \| text \| off \|/);
  assert.match(page, /\| `KIOSK_DOOR` \| Where it is \| text \| `KIOSK_NOTE` is \*\*required\*\* \|/);
});

test('the example environment asks for what is required only', () => {
  const asked = environmentExample(groups)
    .split('\n')
    .filter((line) => /^[A-Z]/.test(line));
  assert.deepEqual(asked, ['KIOSK_KEY=', 'KIOSK_DOOR=']);
});

test('the verbs are read from the doors', async () => {
  await mkdir(join(dir, 'domains', 'kiosk'), { recursive: true });
  const door = `export const { openKiosk, close } =
  traced('kiosk', { openKiosk: open, close: shut });
export const { sell } = traced('kiosk', { sell: hand }, { sell: () => ({}) });
`;
  await writeFile(join(dir, 'domains', 'kiosk', 'index.ts'), door);
  assert.deepEqual([...(await tracedVerbs(dir))], [['kiosk', ['open_kiosk', 'close', 'sell']]]);
});
