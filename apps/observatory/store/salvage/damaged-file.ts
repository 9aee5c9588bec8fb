import { DatabaseSync } from 'node:sqlite';
import { isNoDatabase } from '../sqlite-errors.ts';
import { mendHeader } from './mend-header.ts';

export interface DamagedFile {
  readonly damaged: DatabaseSync;
  readonly path: string;
}

/** Opens a file that was set aside, to read of it what can be read and to change nothing but its header, where that is garbage; undefined when nothing can. */
export function openDamaged(path: string, schemaVersion: number): DamagedFile | undefined {
  try {
    return tryOpen(path, schemaVersion);
  } catch (error) {
    // What it says of the damage is said already.
    if (!isNoDatabase(error)) return undefined;
  }
  try {
    return mendHeader(path, schemaVersion) ? tryOpen(path, schemaVersion) : undefined;
  } catch {
    return undefined;
  }
}

function tryOpen(path: string, schemaVersion: number): DamagedFile | undefined {
  const db = new DatabaseSync(path, { readOnly: true, defensive: false });
  try {
    // Only so does it read a file that is shorter than it should be.
    db.exec('pragma writable_schema = on; pragma cell_size_check = on; pragma cache_size = -8000;');
    const tables = Number(db.prepare('select count(*) as tables from sqlite_schema').get()?.tables);
    const version = Number(db.prepare('pragma user_version').get()?.user_version);
    if (tables > 0 && version === schemaVersion) return { damaged: db, path };
  } catch (error) {
    db.close();
    throw error;
  }
  db.close();
  return undefined;
}
