import { selfMs } from './service-times.ts';
import { type SpanNode, walk } from './trace-tree.ts';

interface Amount {
  count: number;
  /** What they took by themselves, together. */
  ms: number;
}

/** One kind of span in two traces. */
export interface SpanDifference {
  service: string;
  name: string;
  here: Amount;
  there: Amount;
  differenceMs: number;
}

/** Two traces span by span name, what differs most first. */
export function spanDifferences(here: readonly SpanNode[], there: readonly SpanNode[]): SpanDifference[] {
  const [ours, theirs] = [amountsOf(here), amountsOf(there)];
  return [...new Set([...ours.keys(), ...theirs.keys()])]
    .map((key) => {
      const [service = '', name = ''] = key.split('\n');
      const [own, other] = [ours.get(key) ?? none, theirs.get(key) ?? none];
      return { service, name, here: own, there: other, differenceMs: own.ms - other.ms };
    })
    .sort((one, other) => Math.abs(other.differenceMs) - Math.abs(one.differenceMs));
}

const none: Amount = { count: 0, ms: 0 };

function amountsOf(roots: readonly SpanNode[]): Map<string, Amount> {
  const amounts = new Map<string, Amount>();
  for (const node of walk(roots)) {
    const key = `${node.span.service}\n${node.span.name}`;
    const amount = amounts.get(key) ?? { count: 0, ms: 0 };
    amounts.set(key, { count: amount.count + 1, ms: amount.ms + selfMs(node) });
  }
  return amounts;
}
