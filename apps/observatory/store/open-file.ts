import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { ConfigurationError } from '@octo/platform/config/read-settings.ts';
import type { FileForm } from './file-form.ts';
import { isLogDamaged } from './salvage/log-damage.ts';
import { newestAside, setAside } from './set-aside.ts';
import { isDamage, isInUse } from './sqlite-errors.ts';

export interface OpenedFile {
  readonly db: DatabaseSync;
  /** What an operator should know of how it was found. */
  readonly note: string | undefined;
  /** Where the file lies that was set aside because it was damaged. */
  readonly damaged: string | undefined;
}

/** A file up to this size is looked through at the start; in a larger one damage shows when it is met. */
const checkedBytes = 64 * 1024 * 1024;

export const wasDamaged = 'was damaged';

/** Opens a file of a folder. What is damaged, or of another release, is set aside, and a new one begins. */
export function openFile(dir: string, form: FileForm): OpenedFile {
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const path = join(dir, form.fileName);
  const bytes = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  const isEmptied = bytes === 0 && existsSync(path);
  const found = tryOpen(path, form);
  if (typeof found === 'string') return startAnew(dir, form, found);
  // A start that ended between setting it aside and beginning anew left what it had there.
  const aside = bytes === 0 && form.isSalvaged ? newestAside(dir, form) : undefined;
  const told = aside === undefined ? 'a new one was begun' : `what can be read of ${aside} is copied into a new one`;
  const note = aside !== undefined || isEmptied ? `${form.title} was found empty, and ${told}.` : undefined;
  return { db: found, note, damaged: aside && join(dir, aside) };
}

/** Sets the file aside and opens an empty one. */
export function startAnew(dir: string, form: FileForm, why: string): OpenedFile {
  const aside = setAside(dir, form);
  const db = tryOpen(join(dir, form.fileName), form);
  if (typeof db === 'string') throw new ConfigurationError(`${form.title} in ${dir} cannot be made: it ${db}.`);
  if (aside.tries > 0) db.exec(`pragma application_id = ${aside.tries}`);
  const note = `${form.title} ${why}. ${aside.told}, and a new one was begun.`;
  return { db, note, damaged: why === wasDamaged ? join(dir, aside.name) : undefined };
}

/** What a file takes on the disk, together with its write-ahead log and with what was set aside. */
export function fileBytes(dir: string, { fileName, asidePrefix }: FileForm): number {
  const own = readdirSync(dir).filter((name) => name.startsWith(fileName) || name.startsWith(asidePrefix));
  return own.reduce((sum, name) => sum + (statSync(join(dir, name), { throwIfNoEntry: false })?.size ?? 0), 0);
}

/** The database, or why it cannot be used. Throws when another process has it, or when what keeps it from opening is not in the file. */
function tryOpen(path: string, form: FileForm): DatabaseSync | string {
  let db: DatabaseSync | undefined;
  try {
    if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) return wasDamaged;
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
    if (isDamage(error)) return wasDamaged;
    // Such as a full disk, or a folder that it may not write to: what is there stays as it is.
    const why = error instanceof Error ? error.message : String(error);
    throw new ConfigurationError(
      `${form.title} ${path} cannot be opened: ${why}. Is there room on the disk, and may it write there?`,
    );
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
