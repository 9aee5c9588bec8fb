import type { DatabaseSync } from 'node:sqlite';
import { tracesPerBlock } from './schema.ts';

/** Lets what traces were found by leave after them. */
export interface TokenTrimmer {
  /** Goes a step further through the blocks before a trace; true when there is more to do. */
  step(firstTrace: number, firstOrdinary: number): boolean;
}

/** Tokens are numbers of 32 bits; a part of so many of them leaves in a few milliseconds. */
const allTokens = 2 ** 32;
const partsPerBlock = 64;

/**
 * A block is gone through twice: once when the ordinary traces in it have left, and once more when none is left. What is found
 * by its tokens meanwhile is still there.
 */
export function tokenTrimmer(db: DatabaseSync): TokenTrimmer {
  const nextBlock = db.prepare('select min(block) as block from tokens where block > ?');
  const deletePart = db.prepare(
    `delete from tokens where block = ?1 and hash >= ?2 and hash < ?3
       and trace not in (select id from traces where id >= ?1 * ${tracesPerBlock} and id < (?1 + 1) * ${tracesPerBlock})`,
  );
  const deleteRest = db.prepare('delete from tokens where block < ?');
  let thinned = -1;
  let part = 0;

  return {
    step(firstTrace, firstOrdinary) {
      const block = nextBlock.get(thinned)?.block;
      if (typeof block !== 'number' || block >= Math.floor(firstOrdinary / tracesPerBlock)) {
        // These were thinned before: little is left of them.
        deleteRest.run(Math.min(thinned + 1, Math.floor(firstTrace / tracesPerBlock)));
        return false;
      }
      const size = allTokens / partsPerBlock;
      deletePart.run(block, part * size, (part + 1) * size);
      part = (part + 1) % partsPerBlock;
      if (part === 0) thinned = block;
      return true;
    },
  };
}
