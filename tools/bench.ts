import { cpus, release, totalmem } from 'node:os';
import { openBenchDatabase } from './bench/bench-database.ts';
import { checkoutRows } from './bench/checkouts.ts';
import { startChild } from './bench/child.ts';
import { platformRows } from './bench/platform-cost.ts';
import { readRows } from './bench/reads.ts';
import { type Row, resultTable } from './bench/row.ts';
import { floorArgs } from './bench/shop-child.ts';
import { tracingRows } from './bench/tracing.ts';
import { listenForStop } from './start/signals.ts';

// Usage: npm run bench [-- reads tracing checkouts platform]
const wanted = process.argv.slice(2);
const stop = listenForStop(() => process.exit(130));
const rows: Row[] = [];
{
  await using database = await openBenchDatabase(stop.signal);
  await using sink = await startChild(floorArgs('sink'));
  const parts: Record<string, () => Promise<Row[]>> = {
    reads: () => readRows(database, sink),
    tracing: () => tracingRows(database, sink),
    checkouts: () => checkoutRows(database, sink),
    platform: platformRows,
  };
  for (const [name, run] of Object.entries(parts)) {
    if ((wanted.length > 0 && !wanted.includes(name)) || stop.signal.aborted) continue;
    console.log(`Measuring: ${name} …`);
    rows.push(...(await run()));
  }
}
const [cpu] = cpus();
const memory = Math.round(totalmem() / 2 ** 30);
console.log(
  `\n${cpus().length} × ${cpu?.model}, ${memory} GB, ${process.platform} ${release()}, Node ${process.versions.node}`,
);
console.log('Ratios within one run, by turns; median and quartiles. CPU is that of the server process.\n');
console.log(resultTable(rows));
process.exit(stop.signal.aborted ? 130 : 0);
