/** What decides whether a trace is among those that are drawn. */
export interface SampledPoint {
  readonly traceId: string;
  readonly durationMs: number;
  readonly isError: boolean;
}

export interface PointSample<P extends SampledPoint> {
  add(point: P): void;
  /** The chosen ones, in no order. */
  points(): P[];
}

const errorShare = 0.4;
const slowShare = 0.2;

/**
 * Chooses so many points of any number: errors and the slowest go before the others, which are chosen by their ids, so that the
 * same ones come again when somebody looks again.
 */
export function pointSample<P extends SampledPoint>(most: number): PointSample<P> {
  const errors = leastOf<P>(most * errorShare, () => 0);
  const slow = leastOf<P>(most * slowShare, ({ durationMs }) => -durationMs);
  const others = leastOf<P>(most, () => 0);
  return {
    add(point) {
      if (point.isError) errors.add(point);
      else {
        slow.add(point);
        others.add(point);
      }
    },
    points: () => [...new Set([...errors.kept(), ...slow.kept(), ...others.kept()])].slice(0, most),
  };
}

/** Trace ids are random, most of all at their end. */
function rankOf({ traceId }: SampledPoint): number {
  return Number.parseInt(traceId.slice(-8), 16);
}

/** Those with the least value; of equal ones the same again, in whatever order they come. */
function leastOf<P extends SampledPoint>(most: number, worthOf: (point: P) => number) {
  let kept: { worth: number; rank: number; point: P }[] = [];
  const cut = () => {
    kept = kept.sort((one, other) => one.worth - other.worth || one.rank - other.rank).slice(0, most);
    return kept.map(({ point }) => point);
  };
  return {
    add(point: P) {
      kept.push({ worth: worthOf(point), rank: rankOf(point), point });
      if (kept.length >= 2 * most) cut();
    },
    kept: cut,
  };
}
