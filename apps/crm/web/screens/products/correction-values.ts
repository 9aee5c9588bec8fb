import type { Faults } from '../../parts/edit/field-values.ts';
import { readUnits } from './units.ts';

/** What the fields of a correction hold while somebody types; no warehouse is any. */
export type CorrectionValues = {
  direction: 'in' | 'out';
  delta: string;
  warehouse_id: string;
  reason: string;
};

export const correctionLabels = { direction: 'Direction', delta: 'Units', warehouse_id: 'Warehouse', reason: 'Reason' };

export const blankCorrection: CorrectionValues = { direction: 'in', delta: '', warehouse_id: '', reason: '' };

export function checkCorrection({ delta, reason }: CorrectionValues): Faults<CorrectionValues> {
  const faults: Faults<CorrectionValues> = {};
  const read = readUnits(delta);
  if ('fault' in read) faults.delta = read.fault;
  if (reason.trim() === '') faults.reason = 'Enter why, for the ledger.';
  return faults;
}

/** What was typed, as the API takes it; undefined while it is no number of units. */
export function toDelta({ direction, delta }: CorrectionValues): number | undefined {
  const read = readUnits(delta);
  if ('fault' in read) return undefined;
  return direction === 'in' ? read.units : -read.units;
}

/** The units on hand after a correction; undefined while that cannot be told. */
export function stockAfter(stock: number, values: CorrectionValues): number | undefined {
  const delta = toDelta(values);
  return delta === undefined || stock + delta < 0 ? undefined : stock + delta;
}
