import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Bench } from './bench/bench.ts';
import { openBenchDatabase } from './bench/bench-database.ts';
import { startChild } from './bench/child.ts';
import { currentLoad, describeMachine } from './bench/machine.ts';
import { type BenchOptions, readOptions } from './bench/options.ts';
import { parts } from './bench/parts.ts';
import type { Row } from './bench/row.ts';
import { floorArgs } from './bench/service-child.ts';
import { resultTable } from './bench/table.ts';
import { writeResults } from './bench/write-results.ts';
import { listenForStop } from './start/signals.ts';

// Usage: npm run bench [-- part …] [--json file] [--markdown]
const stop = listenForStop(() => process.exit(130));
try {
  await run(readOptions(process.argv.slice(2), Object.keys(parts)));
} catch (error) {
  if (stop.signal.aborted) console.log('Stopped.');
  else console.error(error instanceof Error ? error.message : error);
  process.exitCode = stop.signal.aborted ? 130 : 1;
} finally {
  stop.dispose();
}

async function run({ parts: wanted, json, isWrittenDown }: BenchOptions): Promise<void> {
  const loadBefore = currentLoad();
  const rows = await measureParts(wanted);
  const machine = describeMachine(loadBefore);
  const result = { measuredAt: new Date().toISOString(), machine, rows };
  const table = resultTable(rows);
  console.log(`\n${machine.description}; load ${loadBefore.toFixed(1)} before, ${machine.loadAfter.toFixed(1)} after`);
  console.log('Ratios within one run, by turns; median and its interval of 95 %.\n');
  console.log(table);
  if (json !== undefined) await writeFile(json, `${JSON.stringify(result, null, 2)}\n`);
  if (isWrittenDown) await writeResults(join(import.meta.dirname, '..', 'docs', 'performance.md'), result);
}

async function measureParts(wanted: readonly string[]): Promise<Row[]> {
  const rows: Row[] = [];
  await using database = await openBenchDatabase(stop.signal);
  await using sink = await startChild(floorArgs('sink'));
  for (const [name, measureRows] of Object.entries(parts)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const say = (what: string) => console.log(`${name}: ${what} …`);
    const bench: Bench = { database, sink, signal: stop.signal, say };
    try {
      rows.push(...(await measureRows(bench)));
    } catch (error) {
      stop.signal.throwIfAborted();
      // What the others measured is worth keeping.
      console.error(`${name} could not be measured: ${error instanceof Error ? error.message : error}`);
      process.exitCode = 1;
    }
    stop.signal.throwIfAborted();
  }
  return rows;
}
