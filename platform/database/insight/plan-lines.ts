import { createHash } from 'node:crypto';

/** One step of a plan, as either engine tells it. */
export interface PlanStep {
  /** What it does, to what: `Index Scan using orders_pkey on orders`. */
  title: string;
  /** What decides that two plans are the same: kind, table, index, way of joining. Never what they would cost. */
  shape: readonly (string | null)[];
  /** Further lines, such as conditions. */
  notes: readonly string[];
  steps: readonly PlanStep[];
}

/** A plan to read, each step indented below the one that takes its rows. */
export function planLines(step: PlanStep, depth = 0): string[] {
  const indent = '  '.repeat(depth);
  return [
    `${indent}${step.title}`,
    ...step.notes.map((note) => `${indent}    ${note}`),
    ...step.steps.flatMap((child) => planLines(child, depth + 1)),
  ];
}

/** Equal plans have equal hashes. */
export function planHashOf(step: PlanStep): string {
  return createHash('sha256')
    .update(JSON.stringify(shapeOf(step)))
    .digest('hex')
    .slice(0, 16);
}

function shapeOf(step: PlanStep): unknown[] {
  return [step.shape, step.steps.map(shapeOf)];
}
