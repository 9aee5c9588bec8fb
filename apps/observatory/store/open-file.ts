import { mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { ConfigurationError } from '@octo/platform/config/read-settings.ts';
import { isLogDamaged } from './salvage/log-damage.ts';
import { isInUse } from './sqlite-errors.ts';

export interface OpenedFile {
  readonly db: DatabaseSync;
  /** What an operator should know of how it was found. */
  readonly note: string | undefined;
  /** Where the file lies that was set aside because it was damaged. */
  readonly damaged: string | undefined;
}

/** One of the files that the observatory keeps, and how it looks inside. */
export interface FileForm {
  /** As a sentence about it begins. */
  readonly title: string;
  readonly fileName: string;
  /** Of the name that it has once it was set aside; no other file's begins so. */
  readonly asidePrefix: string;
  readonly schema: string;
  /** Raised with every change of the schema: a file of another version is set aside. */
  readonly schemaVersion: number;
  /** What can still be read of a damaged one is copied into the new one. */
  readonly isSalvaged?: boolean;
}

/** A file up to this size is looked through at the start; in a larger one damage shows when it is met. */
const checkedBytes = 64 * 1024 * 1024;

export const wasDamaged = 'was damaged';

/** Opens a file of a folder. What cannot be read, or is of another release, is set aside, and a new one begins. */
export function openFile(dir: string, form: FileForm): OpenedFile {
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const found = tryOpen(join(dir, form.fileName), form);
  return typeof found === 'string' ? startAnew(dir, form, found) : { db: found, note: undefined, damaged: undefined };
}

/** Sets the file aside and opens an empty one. */
export function startAnew(dir: string, form: FileForm, why: string): OpenedFile {
  const aside = setAside(dir, form);
  const db = tryOpen(join(dir, form.fileName), form);
  if (typeof db === 'string') throw new ConfigurationError(`${form.title} in ${dir} cannot be made: it ${db}.`);
  const note = `${form.title} ${why}. It was set aside as ${aside}, and a new one was begun.`;
  return { db, note, damaged: why === wasDamaged ? join(dir, aside) : undefined };
}

/** What a file takes on the disk, together with its write-ahead log and with what was set aside. */
export function fileBytes(dir: string, { fileName, asidePrefix }: FileForm): number {
  const own = readdirSync(dir).filter((name) => name.startsWith(fileName) || name.startsWith(asidePrefix));
  return own.reduce((sum, name) => sum + (statSync(join(dir, name), { throwIfNoEntry: false })?.size ?? 0), 0);
}

/** The database, or why it cannot be used. Throws when another process has it. */
function tryOpen(path: string, form: FileForm): DatabaseSync | string {
  let db: DatabaseSync | undefined;
  try {
    if (form.isSalvaged && isLogDamaged(`${path}-wal`)) return wasDamaged;
    db = new DatabaseSync(path);
    // Before anything is written, or it has no effect.
    db.exec('pragma auto_vacuum = incremental;');
    db.exec('pragma locking_mode = exclusive; pragma journal_mode = wal; pragma synchronous = normal;');
    db.exec(
      'pragma journal_size_limit = 2097152; pragma wal_autocheckpoint = 512; pragma cache_size = -16000; pragma temp_store = memory;',
    );
    const fault = prepare(db, path, form);
    if (fault === undefined) return db;
    db.close();
    return fault;
  } catch (error) {
    db?.close();
    if (isInUse(error)) throw new ConfigurationError(`${form.title} ${path} is in use by another process.`);
    return wasDamaged;
  }
}

function prepare(db: DatabaseSync, path: string, { schema, schemaVersion }: FileForm): string | undefined {
  const version = Number(db.prepare('pragma user_version').get()?.user_version);
  const tables = Number(db.prepare('select count(*) as tables from sqlite_schema').get()?.tables);
  if (tables === 0) {
    db.exec(`begin immediate; ${schema} pragma user_version = ${schemaVersion}; commit;`);
    return undefined;
  }
  if (version !== schemaVersion) return `has the form of another release (${version}, not ${schemaVersion})`;
  if (statSync(path).size > checkedBytes) return undefined;
  return db.prepare('pragma quick_check(1)').get()?.quick_check === 'ok' ? undefined : wasDamaged;
}

/** Keeps the newest one that was set aside, for who wants to look; more of them would fill the disk. */
function setAside(dir: string, { fileName, asidePrefix }: FileForm): string {
  const files = readdirSync(dir);
  for (const name of files) if (name.startsWith(asidePrefix)) rmSync(join(dir, name), { force: true });
  const stamp = new Date().toISOString().replace(/[:.]/g, '-');
  const aside = `${asidePrefix}${stamp}.db`;
  for (const name of files.filter((name) => name.startsWith(fileName)))
    renameSync(join(dir, name), join(dir, name.replace(fileName, aside)));
  return aside;
}
