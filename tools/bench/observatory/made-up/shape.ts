import { type Route, routes } from './platform.ts';
import { hexOf, randomOf, wholeBelow } from './random.ts';

/** How much is made up. The same shape gives the same every time. */
export interface Shape {
  readonly traces: number;
  /** How long they are spread over, */
  readonly minutes: number;
  /** and when the last of them began. */
  readonly endMs: number;
  readonly series: number;
}

/** With 16⅔ spans and five log lines to a trace: 1,000,000 spans and 300,000 lines, and as many points of metrics. */
export const fullShape: Omit<Shape, 'endMs'> = { traces: 60_000, minutes: 600, series: 500 };

/** What is known of a trace before its spans are made. */
export interface Plan {
  readonly number: number;
  readonly traceId: string;
  readonly routeAt: number;
  readonly route: Route;
  readonly startMs: number;
  readonly isError: boolean;
  readonly orderId: number;
  /** Goes on with what makes this trace unlike others. */
  readonly random: () => number;
}

export function planOf({ traces, minutes, endMs }: Shape, number: number): Plan {
  const random = randomOf(number * 3);
  const stepMs = (minutes * 60_000) / traces;
  const startMs = endMs - (traces - number) * stepMs + random() * stepMs;
  const routeAt = Math.floor(random() ** 2 * routes.length);
  const route = routes[routeAt];
  if (!route) throw new RangeError(`there is no route ${routeAt}`);
  const isError = random() < 0.03;
  return { number, traceId: traceIdOf(number), routeAt, route, startMs, isError, orderId: 1_000_000 + number, random };
}

export function traceIdOf(number: number): string {
  return hexOf(randomOf(number * 3 + 1), 4);
}

/** The times that a metric was read at, oldest first. */
export function minutesOf({ minutes, endMs }: Shape): number[] {
  return Array.from({ length: minutes }, (_, at) => endMs - (minutes - 1 - at) * 60_000);
}

export function oneOf<Item>(random: () => number, items: readonly [Item, ...Item[]]): Item {
  return items[wholeBelow(random, items.length)] ?? items[0];
}
