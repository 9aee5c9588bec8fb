import type { BenchDatabase } from './bench-database.ts';
import { type Child, startChild } from './child.ts';
import { byTurns, comparisonOf } from './compare.ts';
import { get, type Load, measure } from './load.ts';
import { note } from './reads.ts';
import type { Row } from './row.ts';
import { shopArgs, shopEnvironment, tracedEnvironment } from './shop-child.ts';

const rounds = 15;
const target = { must: 1.25, want: 1.1 };
const loads: Readonly<Record<string, Load>> = {
  'the cached product page': { connections: 8, count: 3000, request: get('/products/7') },
  'an empty cart (one verb, one statement)': {
    connections: 8,
    count: 1000,
    request: get('/api/cart?session_id=bench-session-of-nobody'),
  },
};

/** What recording every span costs, beside two shops that both record none: their ratio shows what is noise. */
export async function tracingRows(database: BenchDatabase, sink: Child): Promise<Row[]> {
  await using traced = await startChild(shopArgs(true), tracedEnvironment(database, sink));
  await using control = await startChild(shopArgs(false), shopEnvironment(database));
  await using plain = await startChild(shopArgs(false), shopEnvironment(database));
  const rows: Row[] = [];
  for (const [name, load] of Object.entries(loads)) {
    const runs = [traced, control, plain].map((child) => () => measure(child, load));
    const [tracedCosts = [], controlCosts = [], plainCosts = []] = await byTurns(rounds, runs);
    const comparisons = [comparisonOf(tracedCosts, plainCosts), comparisonOf(controlCosts, plainCosts)] as const;
    const [measured, noise] = comparisons.map((result): Omit<Row, 'what'> => {
      const { median, ...range } = result.cpu;
      return { measured: median, range, unit: '×', isLessBetter: true, note: note(result) };
    });
    if (measured) rows.push({ what: `tracing on against off, ${name}, CPU per request`, target, ...measured });
    if (noise) rows.push({ what: '— off against off (control)', ...noise });
  }
  return rows;
}
