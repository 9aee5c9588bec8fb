import type { PathPart } from './critical-path.ts';

/** What one kind of span took of the critical path. */
export interface SpentTime {
  service: string;
  name: string;
  isWaiting: boolean;
  ms: number;
  spans: number;
  /** The one that took most of it. */
  spanId: string;
}

/** Where the time of the path went: by kind of span, the most first. */
export function spentTimes(parts: readonly PathPart[]): SpentTime[] {
  return [...Map.groupBy(parts, ({ node, isWaiting }) => `${isWaiting}\n${node.span.service}\n${node.span.name}`)]
    .flatMap(([, own]): SpentTime[] => {
      const bySpan = new Map<string, number>();
      for (const { node, fromMs, toMs } of own)
        bySpan.set(node.span.spanId, (bySpan.get(node.span.spanId) ?? 0) + toMs - fromMs);
      const [first] = own;
      const [longest] = [...bySpan].sort(([, one], [, other]) => other - one);
      if (!first || !longest) return [];
      const { service, name } = first.node.span;
      const ms = [...bySpan.values()].reduce((sum, one) => sum + one, 0);
      return [{ service, name, isWaiting: first.isWaiting, ms, spans: bySpan.size, spanId: longest[0] }];
    })
    .sort((one, other) => other.ms - one.ms);
}
