import type { TopologyNode } from '@octo/contracts/observatory-topology.ts';

export type NodeKind = TopologyNode['kind'];

/** Whoever calls without saying from where: programs, and browsers without a trace of their own. */
export const callersNode = nodeId('callers', '');
export const browserNode = nodeId('browser', '');
/** What is called when there are too many to count them one by one. */
export const otherNode = nodeId('outside', '(other)');

export function nodeId(kind: NodeKind, name: string): string {
  return `${kind}:${name}`;
}

export function databaseNode(system: string, namespace: string): string {
  return nodeId('database', `${system}/${namespace}`);
}

/** What an id says. */
export function readNode(id: string): Pick<TopologyNode, 'id' | 'kind' | 'name' | 'system'> {
  const [kind = '', rest = ''] = splitAt(id, ':');
  if (kind === 'callers' || kind === 'browser') return { id, kind, name: names[kind], system: null };
  if (kind !== 'database') return { id, kind: kind === 'service' ? 'service' : 'outside', name: rest, system: null };
  const [system = '', namespace = ''] = splitAt(rest, '/');
  return { id, kind, name: namespace || system, system };
}

const names = { callers: 'Other callers', browser: 'Browsers' };

function splitAt(text: string, mark: string): string[] {
  const at = text.indexOf(mark);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}
