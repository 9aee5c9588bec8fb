import type { Arrival } from '../store/arrivals.ts';

/** Cuts what one resource sent into pieces of at most so many items. */
export function inPieces(arrival: Arrival, most: number): Arrival[] {
  const { length } = arrival.content.items;
  if (length === 0) return [];
  if (length <= most) return [arrival];
  return Array.from({ length: Math.ceil(length / most) }, (_, at) => piece(arrival, at * most, (at + 1) * most));
}

/** The same arrival with some of its items. */
function piece(arrival: Arrival, from: number, to: number): Arrival {
  const content = { ...arrival.content, items: arrival.content.items.slice(from, to) };
  return { ...arrival, content } as Arrival;
}
