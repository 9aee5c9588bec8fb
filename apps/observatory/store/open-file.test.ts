import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { ConfigurationError } from '@octo/platform/config/read-settings.ts';
import { openFile } from './open-file.ts';
import { storeFile } from './schema.ts';

let dir: string;
let path: string;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'octo-open-file-'));
  path = join(dir, 'store.db');
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

/** Opens it, closes it, and tells what it was found as. */
function noteOfOpening(): string | undefined {
  const { db, note } = openFile(dir, storeFile);
  db.close();
  return note;
}

test('a folder where the file should be is set aside, and again when it happens twice', () => {
  for (let time = 0; time < 2; time += 1) {
    rmSync(path, { force: true });
    mkdirSync(path);
    assert.match(noteOfOpening() ?? '', /damaged.*set aside as set-aside-/);
  }
  assert.equal(readdirSync(dir).filter((name) => name.startsWith('set-aside-')).length, 1);
});

test('a file that was emptied is told of, once', () => {
  writeFileSync(path, '');
  assert.equal(noteOfOpening(), 'The store was found empty, and a new one was begun.');
  assert.equal(noteOfOpening(), undefined);
});

test('a file that cannot be opened for another reason than damage stays where it is', () => {
  assert.equal(noteOfOpening(), undefined);
  // Its log cannot be written, as on a full disk.
  const log = `${path}-wal`;
  mkdirSync(log);
  assert.throws(noteOfOpening, (error) => {
    assert.ok(error instanceof ConfigurationError);
    assert.match(error.message, /^The store .* cannot be opened: .* Is there room on the disk/);
    return true;
  });
  assert.deepEqual(readdirSync(dir).sort(), ['store.db', 'store.db-wal']);
  rmdirSync(log);
  assert.equal(noteOfOpening(), undefined);
});
