import type { ServiceSpec } from './services.ts';

export interface ReportInput {
  readonly services: readonly ServiceSpec[];
  readonly urls: Readonly<Record<string, string>>;
  readonly database: string;
  readonly hasCredentials: boolean;
}

/** What a person wants to know once everything is up. */
export function upReport({ services, urls, database, hasCredentials }: ReportInput): string {
  const rows: [string, string][] = services.map((spec) => [spec.title, urls[spec.name] ?? '']);
  rows.push(['Database', database]);
  if (hasCredentials) rows.push(['Demo sign-ins', '.octo/credentials.json']);
  rows.push(['Logs', '.octo/logs/'], ['Stop', 'Ctrl-C']);
  const width = Math.max(...rows.map(([name]) => name.length));
  return ['', 'Everything is up.', '', ...rows.map(([name, value]) => `  ${name.padEnd(width)}  ${value}`), ''].join(
    '\n',
  );
}
