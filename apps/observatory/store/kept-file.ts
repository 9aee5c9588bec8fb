import type { DatabaseSync } from 'node:sqlite';
import type { FileForm } from './file-form.ts';
import { type OpenedFile, openFile, startAnew, wasDamaged } from './open-file.ts';
import { isDamage } from './sqlite-errors.ts';

export interface KeptFileOptions<Parts> {
  readonly dir: string;
  readonly form: FileForm;
  /** Prepares what works on the file; called again when it was begun anew, with the path of the one that was damaged. */
  open(db: DatabaseSync, damaged: string | undefined): Parts;
  /** Told when the file was found unusable and begun anew. */
  onNote(note: string): void;
}

/** A file that is begun anew when it turns out to be damaged. */
export interface KeptFile<Parts> extends Disposable {
  /** What fails on damage is lost, and throws; the next use finds an empty file. */
  use<T>(work: (parts: Parts) => T): T;
}

export function keepFile<Parts>({ dir, form, open, onNote }: KeptFileOptions<Parts>): KeptFile<Parts> {
  let current = begin();
  let isDisposed = false;

  /** In a large file damage may show only when it is read for the first time. */
  function begin() {
    const opened = openFile(dir, form);
    try {
      return prepare(opened);
    } catch (error) {
      opened.db.close();
      if (isDamage(error)) return prepare(startAnew(dir, form, wasDamaged));
      throw error;
    }
  }

  function prepare({ db, note, damaged }: OpenedFile) {
    if (note !== undefined) onNote(note);
    return { db, parts: open(db, damaged) };
  }

  /** Damage that shows only now: a new file is begun, so that what comes from now on is kept. */
  function beginAnew(error: unknown, used: typeof current): never {
    // Others that were at work on the same file find the same damage.
    if (isDamage(error) && used === current) {
      current.db.close();
      current = prepare(startAnew(dir, form, wasDamaged));
    }
    throw error;
  }

  return {
    use(work) {
      // When it could not be begun anew, as on a full disk, it is tried again.
      if (!current.db.isOpen && !isDisposed) current = begin();
      const used = current;
      const failed = (error: unknown) => beginAnew(error, used);
      try {
        const result = work(used.parts);
        return result instanceof Promise ? (result.catch(failed) as typeof result) : result;
      } catch (error) {
        return failed(error);
      }
    },
    [Symbol.dispose]() {
      isDisposed = true;
      current.db.close();
    },
  };
}
