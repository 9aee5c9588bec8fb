import type { Ctx } from '../../context.ts';

/** What says on a span which fault touched it. */
export type Marks = Readonly<Record<string, string>>;

interface Place {
  readonly method: string;
  readonly route: string;
}

/** Where the effects of a fault take hold in a service. */
export interface EffectPorts {
  /** For work of the fault itself, with the sessions that requests of the service have. */
  readonly ctx: Ctx;
  /** How many sessions those are. */
  readonly sessions: number;
  /** In the way of requests. */
  readonly requests: {
    failShare(place: Place, obstacle: { share: number; marks: Marks }): Disposable;
    hangUp(place: Place, obstacle: { marks: Marks }): Disposable;
  };
  readonly marks: Marks;
  /** Runs work of the fault itself in a span of this name, the root of a trace of its own. */
  inTrace(name: string, work: () => Promise<void>): Promise<void>;
}
