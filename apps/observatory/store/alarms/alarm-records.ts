/** An alarm is quiet, about to fire, firing, or has nothing to go by. */
export type AlarmStateName = 'ok' | 'pending' | 'firing' | 'no_data';

export type AlarmEventKind = 'fired' | 'cleared' | 'acknowledged' | 'silenced' | 'unsilenced';

/** One of the figures that a verdict was made of. */
export interface AlarmReading {
  readonly title: string;
  readonly value: number | null;
}

/** Somebody has said that they know. */
export interface Acknowledgement {
  readonly atMs: number;
  readonly who: string;
  readonly note: string;
}

/** Nobody is told until then. */
export interface Silence {
  readonly atMs: number;
  readonly untilMs: number;
  readonly who: string;
  readonly why: string;
}

/** How an alarm stands, as it is kept. */
export interface AlarmState {
  readonly state: AlarmStateName;
  readonly sinceMs: number;
  readonly lastMetMs: number | undefined;
  readonly checkedMs: number;
  readonly value: number | null;
  readonly readings: readonly AlarmReading[];
  /** One of the traces that it is about. */
  readonly traceId: string | null;
  readonly acknowledged: Acknowledgement | null;
  readonly silence: Silence | null;
}

export interface AlarmEvent {
  readonly rule: string;
  readonly atMs: number;
  readonly kind: AlarmEventKind;
  readonly value: number | null;
  readonly traceId: string | null;
  /** What is to be known of it: the figures, who did it and why. */
  readonly detail: { readonly readings?: readonly AlarmReading[]; readonly who?: string; readonly note?: string };
}

export interface KeptAlarmEvent extends AlarmEvent {
  readonly id: number;
}
