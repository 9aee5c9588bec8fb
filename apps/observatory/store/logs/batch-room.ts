interface Place {
  readonly minute: number;
  readonly kind: number;
  readonly isLoud: boolean;
}

interface Taken extends Place {
  lines: number;
  bytes: number;
}

/** What the lines of one batch take, by minute and kind. */
export interface BatchRoom {
  add(place: Place, bytes: number): void;
  all(): Iterable<Readonly<Taken>>;
}

export function batchRoom(): BatchRoom {
  const places = new Map<string, Taken>();
  return {
    add(place, bytes) {
      const key = `${place.minute} ${place.kind}`;
      const taken = places.get(key) ?? { ...place, lines: 0, bytes: 0 };
      taken.lines += 1;
      taken.bytes += bytes;
      places.set(key, taken);
    },
    all: () => places.values(),
  };
}
