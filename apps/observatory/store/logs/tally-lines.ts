import type { Row } from '../rows.ts';
import { levels } from './levels.ts';
import type { LogSearch } from './log-conditions.ts';
import { otherValue } from './log-kinds.ts';

const facetNames = ['service', 'severity', 'event', 'route', 'code'] as const;
type FacetName = (typeof facetNames)[number];

/** Lines that were counted. */
export interface LogTally {
  total: number;
  /** By step of the window, then by level. */
  readonly steps: Map<number, number[]>;
  readonly facets: Readonly<Record<FacetName, Map<string, number>>>;
}

export function newTally(): LogTally {
  const facets = { service: new Map(), severity: new Map(), event: new Map(), route: new Map(), code: new Map() };
  return { total: 0, steps: new Map(), facets };
}

/** Adds lines that were counted by kind and step; those of kinds that are not asked for are left out. */
export function tallyLines(tally: LogTally, counted: readonly Row[], kinds: readonly Row[], search: LogSearch): void {
  const known = new Map(kinds.map((kind) => [Number(kind.id), kind]));
  for (const { kind: id, step, lines } of counted) {
    const kind = known.get(Number(id));
    if (!kind || !isAskedFor(kind, search)) continue;
    const count = Number(lines);
    const level = Number(kind.level);
    tally.total += count;
    const ofStep = tally.steps.get(Number(step)) ?? levels.map(() => 0);
    ofStep[level] = (ofStep[level] ?? 0) + count;
    tally.steps.set(Number(step), ofStep);
    for (const name of facetNames) addTo(tally.facets[name], valueIn(kind, name), count);
  }
}

function isAskedFor(kind: Row, { service, level }: LogSearch): boolean {
  return (service === undefined || kind.service === service) && Number(kind.level) >= (level ?? 0);
}

function valueIn(kind: Row, name: FacetName): string {
  return name === 'severity' ? (levels[Number(kind.level)] ?? '') : String(kind[name]);
}

function addTo(counts: Map<string, number>, value: string, count: number): void {
  if (value !== '' && value !== otherValue) counts.set(value, (counts.get(value) ?? 0) + count);
}
