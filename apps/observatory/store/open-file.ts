import { mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { ConfigurationError } from '@octo/platform/config/read-settings.ts';
import { schema, schemaVersion } from './schema.ts';
import { isInUse } from './sqlite-errors.ts';

export interface OpenedFile {
  readonly db: DatabaseSync;
  /** What an operator should know of how it was found. */
  readonly note: string | undefined;
}

const fileName = 'store.db';
const asidePrefix = 'set-aside-';
/** A file up to this size is looked through at the start; in a larger one damage shows when it is met. */
const checkedBytes = 64 * 1024 * 1024;

/** Opens the store of a folder. What cannot be read, or is of another release, is set aside, and a new one begins. */
export function openFile(dir: string): OpenedFile {
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const path = join(dir, fileName);
  const found = tryOpen(path);
  if (typeof found !== 'string') return { db: found, note: undefined };
  const { db, note } = startAnew(dir, found);
  return { db, note };
}

/** Sets the file aside and opens an empty one. */
export function startAnew(dir: string, why: string): { db: DatabaseSync; note: string } {
  const aside = setAside(dir);
  const db = tryOpen(join(dir, fileName));
  if (typeof db === 'string') throw new ConfigurationError(`The store in ${dir} cannot be made: it ${db}.`);
  return { db, note: `The store ${why}. It was set aside as ${aside}, and a new one was begun.` };
}

/** The database, or why it cannot be used. Throws when another process has it. */
function tryOpen(path: string): DatabaseSync | string {
  let db: DatabaseSync | undefined;
  try {
    db = new DatabaseSync(path);
    db.exec('pragma locking_mode = exclusive; pragma journal_mode = wal; pragma synchronous = normal;');
    db.exec(
      'pragma journal_size_limit = 2097152; pragma wal_autocheckpoint = 512; pragma cache_size = -16000; pragma temp_store = memory;',
    );
    const fault = prepare(db, path);
    if (fault === undefined) return db;
    db.close();
    return fault;
  } catch (error) {
    db?.close();
    if (isInUse(error)) throw new ConfigurationError(`The store ${path} is in use by another process.`);
    return 'was damaged';
  }
}

function prepare(db: DatabaseSync, path: string): string | undefined {
  const version = Number(db.prepare('pragma user_version').get()?.user_version);
  const tables = Number(db.prepare('select count(*) as tables from sqlite_schema').get()?.tables);
  if (tables === 0) {
    db.exec(`begin immediate; ${schema} pragma user_version = ${schemaVersion}; commit;`);
    return undefined;
  }
  if (version !== schemaVersion) return `has the form of another release (${version}, not ${schemaVersion})`;
  if (statSync(path).size > checkedBytes) return undefined;
  return db.prepare('pragma quick_check(1)').get()?.quick_check === 'ok' ? undefined : 'was damaged';
}

/** Keeps the newest one that was set aside, for who wants to look; more of them would fill the disk. */
function setAside(dir: string): string {
  const files = readdirSync(dir);
  for (const name of files) if (name.startsWith(asidePrefix)) rmSync(join(dir, name), { force: true });
  const stamp = new Date().toISOString().replace(/[:.]/g, '-');
  const aside = `${asidePrefix}${stamp}.db`;
  for (const name of files.filter((name) => name.startsWith(fileName)))
    renameSync(join(dir, name), join(dir, name.replace(fileName, aside)));
  return aside;
}
