// What can be broken on purpose, as data: what it does, and what the observatory has to show of it.

/** A statement takes this long in addition, inside the database and on the session that runs it. */
export interface SlowStatement {
  readonly kind: 'slow-statement';
  /** Name of the query, as its span has it: `cart.selectLines`. */
  readonly statement: string;
  readonly delayMs: number;
}

/** The stock of the products that sell most is locked, let go, and locked again. */
export interface LockStorm {
  readonly kind: 'lock-storm';
  readonly products: number;
  readonly holdMs: number;
  readonly pauseMs: number;
}

/** Sessions of the pool for requests are taken and held, all but so many. */
export interface HoldSessions {
  readonly kind: 'hold-sessions';
  readonly spare: number;
}

/** A share of the requests to a route is answered with 500 before the route sees it. */
export interface ErrorBurst {
  readonly kind: 'error-burst';
  readonly method: 'GET' | 'POST';
  /** Its template: `/products/:id`. */
  readonly route: string;
  /** Between 0 and 1. */
  readonly share: number;
}

/** What the other service delivers to this route is cut off without an answer; it is delivered again later. */
export interface DropDeliveries {
  readonly kind: 'drop-deliveries';
  readonly method: 'POST';
  readonly route: string;
}

export type FaultEffect = SlowStatement | LockStorm | HoldSessions | ErrorBurst | DropDeliveries;

/** The service in which the effect takes place. */
export type FaultTarget = 'shop' | 'crm';

/** Something that the observatory shows, in the names of the telemetry catalogue. */
export type Signal =
  | SpanSignal
  | { readonly kind: 'log'; readonly service: FaultTarget; readonly event: string; readonly attribute?: NamedValue }
  | { readonly kind: 'metric'; readonly metric: string; readonly attribute?: NamedValue; readonly above: number }
  | { readonly kind: 'alarm'; readonly id: string }
  | { readonly kind: 'slo'; readonly id: string; readonly state: 'burning' }
  /** A session of the one service waits for a lock that a session of the other holds, and the holder has a trace. */
  | { readonly kind: 'blocking'; readonly waiting: FaultTarget; readonly holding: FaultTarget };

export interface NamedValue {
  readonly name: string;
  readonly value: string;
}

export interface SpanSignal {
  readonly kind: 'span';
  readonly service: FaultTarget;
  readonly attribute: NamedValue;
  readonly minDurationMs?: number;
  readonly status?: 'error';
}

/** What has to be seen while a fault is active, what must not be, and what is over once it is cleared. */
export interface SignalContract {
  readonly expect: readonly Signal[];
  readonly never: readonly Signal[];
  readonly clears: readonly Signal[];
}

export interface Fault {
  readonly id: string;
  readonly title: string;
  /** What it does, and what people see of it, in a sentence or two. */
  readonly description: string;
  readonly target: FaultTarget;
  readonly effect: FaultEffect;
  readonly contract: SignalContract;
}
