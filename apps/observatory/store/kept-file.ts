import type { DatabaseSync } from 'node:sqlite';
import { type FileForm, openFile, startAnew } from './open-file.ts';
import { isDamage } from './sqlite-errors.ts';

export interface KeptFileOptions<Parts> {
  readonly dir: string;
  readonly form: FileForm;
  /** Prepares what works on the file; called again when it was begun anew. */
  open(db: DatabaseSync): Parts;
  /** Told when the file was found unusable and begun anew. */
  onNote(note: string): void;
}

/** A file that is begun anew when it turns out to be damaged. */
export interface KeptFile<Parts> extends Disposable {
  /** What fails on damage is lost, and throws; the next use finds an empty file. */
  use<T>(work: (parts: Parts) => T): T;
}

export function keepFile<Parts>({ dir, form, open, onNote }: KeptFileOptions<Parts>): KeptFile<Parts> {
  const opened = openFile(dir, form);
  if (opened.note !== undefined) onNote(opened.note);
  let current = { db: opened.db, parts: open(opened.db) };

  /** Damage that shows only now: what was there is lost to us, what comes from now on is not. */
  function beginAnew(error: unknown, used: typeof current): never {
    // Others that were at work on the same file find the same damage.
    if (isDamage(error) && used === current) {
      current.db.close();
      const { db, note } = startAnew(dir, form, 'was damaged');
      onNote(note);
      current = { db, parts: open(db) };
    }
    throw error;
  }

  return {
    use(work) {
      const used = current;
      const failed = (error: unknown) => beginAnew(error, used);
      try {
        const result = work(used.parts);
        return result instanceof Promise ? (result.catch(failed) as typeof result) : result;
      } catch (error) {
        return failed(error);
      }
    },
    [Symbol.dispose]: () => current.db.close(),
  };
}
