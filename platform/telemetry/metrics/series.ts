import type { Attributes } from '@opentelemetry/api';

/** What a metric may have at most; whatever comes after it is counted in one series that says so. */
export const mostSeries = 1000;

const overflow: Attributes = Object.freeze({ 'otel.metric.overflow': true });
const none: Attributes = Object.freeze({});

/** The series of one metric, one per set of attributes. */
export interface Series<Point> {
  of(attributes: Attributes | undefined): Point;
  all(): readonly Point[];
  clear(): void;
}

/**
 * Sets are equal when their names and values are, in any order. A frozen set is recognised by its identity, which costs next
 * to nothing: whoever records often keeps one.
 */
export function createSeries<Point>(create: (attributes: Attributes) => Point): Series<Point> {
  const points = new Map<string, Point>();
  let frozen = new WeakMap<Attributes, Point>();
  const find = (attributes: Attributes): Point => {
    const key = keyOf(attributes);
    const known = points.get(key);
    if (known !== undefined) return known;
    if (points.size >= mostSeries && attributes !== overflow) return find(overflow);
    const point = create(Object.freeze(present(attributes)));
    points.set(key, point);
    return point;
  };
  return {
    of: (attributes = none) => {
      const known = frozen.get(attributes);
      if (known !== undefined) return known;
      const point = find(attributes);
      if (Object.isFrozen(attributes)) frozen.set(attributes, point);
      return point;
    },
    all: () => [...points.values()],
    clear: () => {
      points.clear();
      frozen = new WeakMap();
    },
  };
}

/** What has no value tells nothing apart. */
function present(attributes: Attributes): Attributes {
  return Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== undefined));
}

function keyOf(attributes: Attributes): string {
  return JSON.stringify(Object.entries(present(attributes)).sort(([a], [b]) => (a < b ? -1 : 1)));
}
