import type { TopologyEdge, TopologyNode } from '@octo/contracts/observatory-topology.ts';

/** Who calls stands before whom they call; of services that call each other, the one with more to say goes first. */
export function layersOf(nodes: readonly TopologyNode[], edges: readonly TopologyEdge[]): TopologyNode[][] {
  const sources = nodes.filter(({ kind }) => kind === 'callers' || kind === 'browser');
  const services = inOrder(
    nodes.filter(({ kind }) => kind === 'service'),
    edges,
  );
  const ends = nodes.filter(({ kind }) => kind === 'database' || kind === 'outside');
  const place = new Map(services.map((node, index) => [node.id, index]));
  const rank = new Map<string, number>();
  for (const service of services) {
    const callers = edges.filter(({ from, to }) => to === service.id && (place.get(from) ?? -1) < (place.get(to) ?? 0));
    rank.set(service.id, Math.max(0, ...callers.map(({ from }) => (rank.get(from) ?? -1) + 1)));
  }
  const last = Math.max(-1, ...rank.values());
  const middle = Array.from({ length: last + 1 }, (_, layer) => services.filter(({ id }) => rank.get(id) === layer));
  return [sources, ...middle, ends].filter((layer) => layer.length > 0);
}

/** One after the other: who, of those that are left, calls the others most and is called least. */
function inOrder(services: readonly TopologyNode[], edges: readonly TopologyEdge[]): TopologyNode[] {
  const requests = edges.filter(({ kind }) => kind === 'request');
  const ordered: TopologyNode[] = [];
  for (let left = [...services]; left.length > 0; ) {
    const isLeft = new Set(left.map(({ id }) => id));
    const between = requests.filter(({ from, to }) => isLeft.has(from) && isLeft.has(to));
    const weight = ({ id }: TopologyNode) =>
      between.reduce((sum, { from, to, calls }) => sum + (from === id ? calls : 0) - (to === id ? calls : 0), 0);
    const [next] = left.sort((one, other) => weight(other) - weight(one) || (one.name < other.name ? -1 : 1));
    if (!next) break;
    ordered.push(next);
    left = left.filter((node) => node !== next);
  }
  return ordered;
}
