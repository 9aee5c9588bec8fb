import { goesBack, type Way } from './ways.ts';

/** For each of the ways its lane, 0 next to the nodes: the shortest come first, and those that do not meet share one. */
export function lanesOf(ways: readonly Way[]): ReadonlyMap<Way, number> {
  const taken: (readonly [first: number, last: number])[][] = [];
  const lanes = new Map<Way, number>();
  for (const way of ways.toSorted((one, other) => lengthOf(one) - lengthOf(other))) {
    const [first, last] = passedBy(way);
    const free = taken.findIndex((others) => others.every(([from, to]) => last < from || to < first));
    const lane = free < 0 ? taken.push([]) - 1 : free;
    taken[lane]?.push([first, last]);
    lanes.set(way, lane);
  }
  return lanes;
}

/** The columns that it passes above or below; what goes back those of its ends too. */
function passedBy({ from, to }: Way): [first: number, last: number] {
  return goesBack(from, to) ? [to.column, from.column] : [from.column + 1, to.column - 1];
}

function lengthOf(way: Way): number {
  const [first, last] = passedBy(way);
  return last - first;
}
