/** Where a name appears. */
export type Place =
  | 'server span'
  | 'client span'
  | 'verb span'
  | 'work span'
  | 'SQL span'
  | 'resource'
  | 'metric'
  | 'log line'
  | 'browser span'
  | 'browser event';

/** How many different values there are: some that are known, as many as a list of ours or a table has, one per thing, or any number. */
export type ValueRange = 'few' | 'bounded' | 'by id' | 'free';

export type ValueType = 'text' | 'whole number' | 'number' | 'time';

export interface NameDetails {
  readonly values?: ValueRange;
  readonly type?: ValueType;
  /** UCUM, where it is a number of something. */
  readonly unit?: string;
  /** It may still change from one release to the next. */
  readonly isExperimental?: true;
}

/** One name that dashboards and queries may rely on. */
export interface TelemetryName extends NameDetails {
  readonly name: string;
  readonly on: readonly Place[];
  readonly meaning: string;
  readonly values: ValueRange;
  readonly type: ValueType;
  /** Defined by the OpenTelemetry semantic conventions, not by us. */
  readonly isStandard?: true;
  /** Written where the platform runs on Oracle, and nowhere else. */
  readonly isOracleOnly?: true;
  /** Written where something is broken on purpose, and nowhere else. */
  readonly isOfFaults?: true;
}

export interface SpanName {
  /** As a person reads it; what varies is in braces, and has as many values as there are routes, verbs, tables. */
  readonly name: string;
  readonly on: Exclude<Place, 'resource' | 'metric' | 'log line' | 'browser event'>;
  readonly kind: 'SERVER' | 'INTERNAL' | 'CLIENT';
  readonly pattern: RegExp;
  readonly meaning: string;
  readonly isExperimental?: true;
}

/** What a line of the log tells of by itself, in its `event.name`. */
export interface EventName {
  readonly name: string;
  readonly meaning: string;
  /** What it carries beside what every line does. */
  readonly attributes: readonly string[];
  readonly isExperimental?: true;
}

export const bounded = { values: 'bounded' } as const;
export const byId = { values: 'by id' } as const;
export const free = { values: 'free' } as const;
export const wholeById = { values: 'by id', type: 'whole number' } as const;

/** A number of something. */
export function numberOf(unit: string) {
  return { values: 'free', type: 'whole number', unit } as const;
}

type Places = Place | readonly Place[];

/** A name of ours, with the places where it appears; its values are few words, unless said otherwise. */
export function own(name: string, on: Places, meaning: string, details: NameDetails = {}): TelemetryName {
  return { name, on: [on].flat(), meaning, values: 'few', type: 'text', ...details };
}

/** A name of the semantic conventions, stable there. */
export function standard(name: string, on: Places, meaning: string, details?: NameDetails): TelemetryName {
  return { ...own(name, on, meaning, details), isStandard: true };
}

/** A name of the semantic conventions that may still change there. */
export function proposed(name: string, on: Places, meaning: string, details?: NameDetails): TelemetryName {
  return { ...standard(name, on, meaning, details), isExperimental: true };
}

/** A name of ours, or one that Oracle's consoles look for, that only statements on Oracle carry. */
export function onOracle(name: string, on: Places, meaning: string, details?: NameDetails): TelemetryName {
  return { ...own(name, on, meaning, details), isOracleOnly: true };
}

/** A name of ours that tells of what is broken on purpose. */
export function ofFaults(name: string, on: Places, meaning: string, details?: NameDetails): TelemetryName {
  return { ...own(name, on, meaning, details), isOfFaults: true };
}
