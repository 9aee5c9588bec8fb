// Reports: numbers over everything that the house sells. They read the views made for them, and write nothing.
import { traced } from '@octo/platform/telemetry/traced.ts';
import { countEntities as entities } from './count-entities.ts';
import { getAttention as attention } from './get-attention.ts';
import { getDay as day } from './get-day.ts';
import { getLowStock as lowStock } from './get-low-stock.ts';
import { getTotals as totals } from './get-totals.ts';

export type { EntityCounts } from './count-entities.ts';
export type { Attention } from './get-attention.ts';
export type { Day } from './get-day.ts';
export type { LowStock } from './get-low-stock.ts';
export type { Totals } from './get-totals.ts';

export const { countEntities, getAttention, getDay, getLowStock, getTotals } = traced('reports', {
  countEntities: entities,
  getAttention: attention,
  getDay: day,
  getLowStock: lowStock,
  getTotals: totals,
});
