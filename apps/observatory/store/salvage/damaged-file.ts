import { DatabaseSync } from 'node:sqlite';

export interface DamagedFile {
  readonly damaged: DatabaseSync;
  readonly path: string;
}

/** Opens a file that was set aside, to read of it what can be read and to change nothing; undefined when nothing can. */
export function openDamaged(path: string, schemaVersion: number): DamagedFile | undefined {
  let db: DatabaseSync | undefined;
  try {
    db = new DatabaseSync(path, { readOnly: true, defensive: false });
    // Only so does it read a file that is shorter than it should be.
    db.exec('pragma writable_schema = on; pragma cell_size_check = on; pragma cache_size = -8000;');
    const tables = Number(db.prepare('select count(*) as tables from sqlite_schema').get()?.tables);
    const version = Number(db.prepare('pragma user_version').get()?.user_version);
    if (tables > 0 && version === schemaVersion) return { damaged: db, path };
  } catch {
    // What it says of the damage is said already.
  }
  db?.close();
  return undefined;
}
