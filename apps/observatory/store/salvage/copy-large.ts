import type { DatabaseSync } from 'node:sqlite';
import { spansPerTrace } from '../traces/schema.ts';
import { copyLogs, lineCopier, linesCounted } from './copy-logs.ts';
import { copyTokens, copyTraces, dropEmptyTraces, settleTraces, spanCopier } from './copy-traces.ts';
import type { DamagedFile } from './damaged-file.ts';
import { scanPages } from './scan-pages.ts';
import { tableForm } from './table-form.ts';
import type { SalvageTally } from './tally.ts';

interface Fullness {
  isFull(): boolean;
  areLogsFull(): boolean;
}

/** Copies the spans, what they are found by, and the lines, a row at a time. */
export function* copyLarge(file: DamagedFile, db: DatabaseSync, tally: SalvageTally, full: Fullness): Generator<void> {
  const whileRoom = function* (work: Generator<void>, isFull: () => boolean) {
    for (const _ of work) {
      if (isFull()) {
        tally.leftOut = true;
        return;
      }
      yield;
    }
  };
  const incomplete = new Map<number, number>();
  const copyLine = lineCopier(file, db, tally);
  const before = tally.gaps;
  yield* whileRoom(copyTraces(file, db, tally, incomplete), full.isFull);
  yield* whileRoom(copyLogs(file, db, tally, copyLine), full.areLogsFull);
  if (tally.gaps > before) yield* whileRoom(copyScattered(), full.areLogsFull);
  yield* settleTraces(db, tally, incomplete);
  yield* dropEmptyTraces(db);
  yield* whileRoom(copyTokens(file, db), full.isFull);
  const kept = Number(db.prepare('select count(*) as n from logs').get()?.n);
  if (!tally.leftOut) tally.lostLogs = Math.max(0, linesCounted(file) - kept);

  function* copyScattered() {
    const copySpan = spanCopier(file, db);
    for (const found of scanPages(file.path, [tableForm(db, 'spans'), tableForm(db, 'logs')])) {
      if (found?.form.table === 'logs') copyLine(found.row);
      else if (found && copySpan(found.row)) note(Math.floor(Number(found.row.id) / spansPerTrace));
      yield;
    }
  }

  function note(trace: number): void {
    tally.spans += 1;
    if (incomplete.get(trace) === 0) tally.traces += 1;
    incomplete.set(trace, 1);
  }
}
