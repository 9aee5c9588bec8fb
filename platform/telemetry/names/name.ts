/** Where a name appears. */
export type Place =
  | 'server span'
  | 'client span'
  | 'verb span'
  | 'work span'
  | 'SQL span'
  | 'resource'
  | 'metric'
  | 'log line';

/** One name that dashboards and queries may rely on. */
export interface TelemetryName {
  readonly name: string;
  readonly on: readonly Place[];
  readonly meaning: string;
  /** Defined by the OpenTelemetry semantic conventions, not by us. */
  readonly isStandard?: true;
  /** Written where the platform runs on Oracle, and nowhere else. */
  readonly isOracleOnly?: true;
}

export interface SpanName {
  /** As a person reads it; what varies is in braces. */
  readonly name: string;
  readonly on: Exclude<Place, 'resource' | 'metric' | 'log line'>;
  readonly kind: 'SERVER' | 'INTERNAL' | 'CLIENT';
  readonly pattern: RegExp;
  readonly meaning: string;
}

/** A name of the semantic conventions. */
export function standard(name: string, on: Place | readonly Place[], meaning: string): TelemetryName {
  return { name, on: [on].flat(), meaning, isStandard: true };
}

/** A name of ours, with the places where it appears. */
export function own(name: string, on: Place | readonly Place[], meaning: string): TelemetryName {
  return { name, on: [on].flat(), meaning };
}

/** A name of ours, or one that Oracle's consoles look for, that only statements on Oracle carry. */
export function onOracle(name: string, on: Place | readonly Place[], meaning: string): TelemetryName {
  return { ...own(name, on, meaning), isOracleOnly: true };
}
