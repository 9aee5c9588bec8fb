import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import type { FileForm } from '../file-form.ts';
import { inTransaction } from '../in-transaction.ts';
import { shares } from '../prune.ts';
import { newestAside } from '../set-aside.ts';
import { besideBytes, usedBytesOf } from '../used-bytes.ts';
import { copyLarge } from './copy-large.ts';
import { copyTables } from './copy-tables.ts';
import { dropEmptyTraces } from './copy-traces.ts';
import { openDamaged } from './damaged-file.ts';
import { newTally, tellTally } from './tally.ts';

/** Brings what can still be read of a damaged file into the new one. */
export interface Salvage extends Disposable {
  /** Copies some more; true when there is more to do. In a transaction of its own. */
  step(): boolean;
  /** What came of it. */
  tell(): string;
}

export interface SalvageOptions {
  readonly dir: string;
  readonly form: FileForm;
  readonly limitBytes: number;
  /** The file that was set aside just now. */
  readonly damaged: string | undefined;
}

/** Before the observatory listens; what is left then is copied beside its other work. */
const firstMs = 5000;
const stepMs = 20;
/** What comes in needs room too. */
const fullShare = 0.9;
/** A salvage that was interrupted goes on at the next start, unless it is what ends the process. */
const mostTries = 3;

/** Copies all small tables at once, and the large ones in steps. Undefined when there is nothing to do. Never throws. */
export function salvageInto(db: DatabaseSync, options: SalvageOptions): Salvage | undefined {
  // What other files use to tell what they are says here how often it was tried, in the same transaction as what it speaks of.
  const tries = Number(db.prepare('pragma application_id').get()?.application_id);
  if (options.damaged === undefined && tries === 0) return undefined;
  const path = options.damaged ?? pathOfAside(options);
  const damaged = path === undefined || tries >= mostTries ? undefined : openDamaged(path, options.form.schemaVersion);
  const tally = newTally();
  const until = performance.now() + firstMs;
  try {
    db.exec(`pragma application_id = ${tries + 1}`);
    if (damaged) copyTables(damaged, db, tally, () => performance.now() > until);
  } catch {
    // Such as a full disk: what comes now is told of it when it is written.
    tally.leftOut = true;
  }
  const full = fullness(db, options.limitBytes);
  const work = damaged ? copyLarge(damaged, db, tally, full) : dropEmptyTraces(db);

  function copySome(): boolean {
    full.look();
    const end = performance.now() + stepMs;
    while (performance.now() < end)
      if (work.next().done === true) {
        db.exec('pragma application_id = 0');
        return false;
      }
    return true;
  }

  return {
    step: () => inTransaction(db, copySome),
    tell: () => (tries < mostTries ? tellTally(tally) : 'What was not copied of the damaged store yet is given up.'),
    [Symbol.dispose]() {
      work.return(undefined);
      damaged?.damaged.close();
      if (path !== undefined) rmSync(`${path}-shm`, { force: true });
    },
  };
}

function pathOfAside({ dir, form }: SalvageOptions): string | undefined {
  const name = newestAside(dir, form);
  return name && join(dir, name);
}

/** Looks once for each step whether there is room. */
function fullness(db: DatabaseSync, limitBytes: number) {
  const usedBytes = usedBytesOf(db);
  const logBytes = db.prepare('select sum(bytes) as bytes from log_room');
  let [isFull, areLogsFull] = [false, false];
  return {
    look() {
      isFull = usedBytes() > (limitBytes - besideBytes) * fullShare;
      areLogsFull = isFull || Number(logBytes.get()?.bytes) > limitBytes * shares.logs * fullShare;
    },
    isFull: () => isFull,
    areLogsFull: () => areLogsFull,
  };
}
