import type { Way } from './ways.ts';

/** From the middle of the height of a node, down. */
export interface Ports {
  out: number;
  in: number;
}

const mostApart = 14;
const room = 56;

/** Where ways leave on the right of a node and arrive on its left: in the order of where they come from and go to, so that few cross. */
export function portsOf(ways: readonly Way[], laneOf: (way: Way) => number | undefined): ReadonlyMap<Way, Ports> {
  const out = spread(
    ways,
    ({ from }) => from.node.id,
    (way) => laneOf(way) ?? way.to.y,
  );
  const into = spread(
    ways,
    ({ to }) => to.node.id,
    (way) => laneOf(way) ?? way.from.y,
  );
  return new Map(ways.map((way) => [way, { out: out.get(way) ?? 0, in: into.get(way) ?? 0 }]));
}

function spread(ways: readonly Way[], nodeOf: (way: Way) => string, aimOf: (way: Way) => number): Map<Way, number> {
  const places = new Map<Way, number>();
  for (const group of Map.groupBy(ways, nodeOf).values()) {
    const apart = Math.min(mostApart, room / Math.max(1, group.length - 1));
    for (const [index, way] of group.toSorted((one, other) => aimOf(one) - aimOf(other)).entries())
      places.set(way, (index - (group.length - 1) / 2) * apart);
  }
  return places;
}
