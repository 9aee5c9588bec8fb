import type { TopologyEdge, TopologyNode } from '@octo/contracts/observatory-topology.ts';
import { type Drawn, drawAlong, drawBack, drawBeside } from './draw-way.ts';
import { lanesOf } from './lanes.ts';
import { layersOf } from './layers-of.ts';
import type { PlacedNode } from './placed-node.ts';
import { portsOf } from './ports.ts';
import { goesBack, type Way, waysOf } from './ways.ts';

export interface PlacedEdge extends Drawn {
  edge: TopologyEdge;
  /** It has a lane, with room for its words in one line. */
  isAlong: boolean;
}

export interface TopologyLayout {
  left: number;
  top: number;
  width: number;
  height: number;
  nodes: readonly PlacedNode[];
  edges: readonly PlacedEdge[];
}

export const nodeWidth = 144;
export const nodeHeight = 80;
const rowHeight = 130;
const leastGap = 88;
/** Between lanes, and between the nodes and the first of them. */
const laneHeight = 28;
const edgeOfPicture = 16;
const swing = 52;
/** Lines between the same two nodes. */
const bowApart = 50;
/** Of the words of a line between neighbours, with some air. */
const words = { width: 78, height: 36 };

/** Nodes in layers from the left to the right, callers first and databases last. No line runs through a node that it only passes. */
export function layOutTopology(
  nodes: readonly TopologyNode[],
  edges: readonly TopologyEdge[],
  room: number,
): TopologyLayout {
  const layers = layersOf(nodes, edges);
  const last = layers.length - 1;
  const gap = Math.max(leastGap, (room - layers.length * nodeWidth) / Math.max(1, last));
  const placed = placeAll(layers, gap);
  const ways = waysOf(edges, placed);
  const laneOf = laneHeights(ways, placed);
  const ports = portsOf(ways, laneOf);
  const taken: Drawn[] = [];
  const isFree = (x: number, y: number) =>
    taken.every(({ labelX, labelY }) => Math.abs(labelX - x) >= words.width || Math.abs(labelY - y) >= words.height);
  const drawn = ways.map((way): PlacedEdge => {
    const { edge, from, to } = way;
    const { out, in: into } = ports.get(way) ?? { out: 0, in: 0 };
    const ends = { x1: from.x + nodeWidth, y1: middleOf(from) + out, x2: to.x, y2: middleOf(to) + into };
    const laneY = laneOf(way);
    if (laneY === undefined) {
      const line = drawBeside(ends, bowOf(way, ways), isFree);
      taken.push(line);
      return { edge, ...line, isAlong: false };
    }
    const line = goesBack(from, to) ? drawBack(laneY, ends, swing) : drawAlong(laneY, ends, gap);
    return { edge, ...line, isAlong: true };
  });
  const back = ways.filter(({ from, to }) => goesBack(from, to));
  const left = back.some(({ to }) => to.column === 0) ? -swing : 0;
  const right = back.some(({ from }) => from.column === last) ? swing : 0;
  const heights = [...placed.flatMap(({ y }) => [y, y + nodeHeight]), ...drawn.map(({ labelY }) => labelY)];
  const top = Math.min(...heights) - edgeOfPicture;
  const width = layers.length * nodeWidth + Math.max(0, last) * gap - left + right;
  return { left, top, width, height: Math.max(...heights) + edgeOfPicture - top, nodes: placed, edges: drawn };
}

function placeAll(layers: readonly (readonly TopologyNode[])[], gap: number): PlacedNode[] {
  const height = Math.max(1, ...layers.map((layer) => layer.length)) * rowHeight;
  return layers.flatMap((layer, column) =>
    layer.map((node, row) => ({
      node,
      column,
      x: column * (nodeWidth + gap),
      y: (height / layer.length) * (row + 0.5) - nodeHeight / 2,
    })),
  );
}

/** How high the lane of each way lies; those between neighbours have none. */
function laneHeights(ways: readonly Way[], placed: readonly PlacedNode[]): (way: Way) => number | undefined {
  const heights = placed.map(({ y }) => y);
  const [top, bottom] = [Math.min(...heights), Math.max(...heights) + nodeHeight];
  const [above, below] = (['above', 'below'] as const).map((side) => lanesOf(ways.filter((way) => way.side === side)));
  return (way) => {
    const [up, down] = [above?.get(way), below?.get(way)];
    if (up !== undefined) return top - (up + 1) * laneHeight;
    return down === undefined ? undefined : bottom + (down + 1) * laneHeight;
  };
}

function middleOf({ y }: PlacedNode): number {
  return y + nodeHeight / 2;
}

function bowOf({ edge, from, to }: Way, ways: readonly Way[]): number {
  const alike = ways.filter((other) => other.from === from && other.to === to);
  const index = alike.findIndex((other) => other.edge === edge);
  return (index - (alike.length - 1) / 2) * bowApart;
}
