import { readFile, writeFile } from 'node:fs/promises';
import type { Machine } from './machine.ts';
import type { Row } from './row.ts';
import { resultTable } from './table.ts';

export interface BenchResult {
  measuredAt: string;
  machine: Machine;
  rows: readonly Row[];
}

const [begin, end] = ['<!-- results -->', '<!-- end of results -->'];

/** Puts the result of a run between the marks of a document. */
export async function writeResults(file: string, result: BenchResult): Promise<void> {
  await writeFile(file, withResults(await readFile(file, 'utf8'), result));
}

/** The document with this result in place of the one before. Throws when it has no place for one. */
export function withResults(document: string, { measuredAt, machine, rows }: BenchResult): string {
  const [from, to] = [document.indexOf(begin), document.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`no place for results: write ${begin} and ${end}`);
  const where = `Measured ${measuredAt.slice(0, 10)} on ${machine.description}. Load average ${machine.loadBefore.toFixed(1)} before and ${machine.loadAfter.toFixed(1)} at the end.`;
  return `${document.slice(0, from + begin.length)}\n${where}\n\n${resultTable(rows)}\n${document.slice(to)}`;
}
