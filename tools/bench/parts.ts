import { acceptanceRows } from './acceptance.ts';
import type { Bench } from './bench.ts';
import { cartRows } from './cart-adds.ts';
import { checkoutRows } from './checkouts.ts';
import { crmOrderRows } from './crm-orders.ts';
import { exporterRows } from './exporters.ts';
import { growthRows } from './growth/growth.ts';
import { ingestRows } from './ingest/ingest.ts';
import { observatoryRows } from './observatory/observatory.ts';
import { platformRows } from './platform-cost.ts';
import { readRows } from './reads.ts';
import type { Row } from './row.ts';
import { tracingRows } from './tracing.ts';

/** What can be measured, by the name that it is asked for. */
export const parts: Readonly<Record<string, (bench: Bench) => Promise<Row[]>>> = {
  reads: readRows,
  tracing: tracingRows,
  exporters: exporterRows,
  cart: cartRows,
  checkouts: checkoutRows,
  'crm-orders': crmOrderRows,
  acceptance: acceptanceRows,
  ingest: ingestRows,
  observatory: observatoryRows,
  growth: growthRows,
  platform: platformRows,
};
