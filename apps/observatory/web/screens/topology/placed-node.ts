import type { TopologyNode } from '@octo/contracts/observatory-topology.ts';

export interface PlacedNode {
  node: TopologyNode;
  column: number;
  x: number;
  y: number;
}
