/** How bad a line is, by its place here; what a sender calls otherwise is the first. */
export const levels = ['OTHER', 'TRACE', 'DEBUG', 'INFO', 'WARN', 'ERROR', 'FATAL'] as const;

export type Level = (typeof levels)[number];

/** From this level on somebody may have to do something. */
export const warnLevel = levels.indexOf('WARN');

const otherNames: Readonly<Record<string, Level>> = {
  VERBOSE: 'TRACE',
  INFORMATION: 'INFO',
  NOTICE: 'INFO',
  WARNING: 'WARN',
  ERR: 'ERROR',
  SEVERE: 'ERROR',
  CRITICAL: 'FATAL',
  ALERT: 'FATAL',
  EMERGENCY: 'FATAL',
  PANIC: 'FATAL',
};

/** The level of a severity as it was sent; OpenTelemetry has four of each, such as `INFO2`. */
export function levelOf(severity: string): number {
  const name = severity.toUpperCase().replace(/[1-4]$/, '');
  const known = Object.hasOwn(otherNames, name) ? otherNames[name] : levels.find((level) => level === name);
  return known === undefined ? 0 : levels.indexOf(known);
}
