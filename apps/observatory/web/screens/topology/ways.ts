import type { TopologyEdge } from '@octo/contracts/observatory-topology.ts';
import type { PlacedNode } from './placed-node.ts';

/** An edge with its ends: straight between neighbours, else above or below what it passes. */
export interface Way {
  edge: TopologyEdge;
  from: PlacedNode;
  to: PlacedNode;
  side: 'beside' | 'above' | 'below';
}

export function waysOf(edges: readonly TopologyEdge[], placed: readonly PlacedNode[]): Way[] {
  const byId = new Map(placed.map((one) => [one.node.id, one]));
  const heights = placed.map(({ y }) => y);
  const middle = (Math.min(...heights) + Math.max(...heights)) / 2;
  return edges.flatMap((edge): Way[] => {
    const [from, to] = [byId.get(edge.from), byId.get(edge.to)];
    return from && to ? [{ edge, from, to, side: sideOf(from, to, middle) }] : [];
  });
}

/** What goes back goes below; what goes on, on the side where its ends are. */
function sideOf(from: PlacedNode, to: PlacedNode, middle: number): Way['side'] {
  if (goesBack(from, to)) return 'below';
  if (to.column === from.column + 1) return 'beside';
  return (from.y + to.y) / 2 > middle ? 'below' : 'above';
}

export function goesBack(from: PlacedNode, to: PlacedNode): boolean {
  return to.column <= from.column;
}
