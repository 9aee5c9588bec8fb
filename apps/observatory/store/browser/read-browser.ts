import type { DatabaseSync } from 'node:sqlite';
import { type ErrorReader, errorReader } from './read-errors.ts';
import { type PageReader, pageReader } from './read-pages.ts';
import { type SessionReader, sessionReader } from './read-sessions.ts';
import { type StepReader, stepReader } from './read-steps.ts';

export interface BrowserReader {
  readonly pages: PageReader;
  readonly sessions: SessionReader;
  readonly steps: StepReader;
  readonly errors: ErrorReader;
  spanCount(): number;
}

export function browserReader(db: DatabaseSync): BrowserReader {
  const count = db.prepare('select count(*) as n from browser_spans');
  return {
    pages: pageReader(db),
    sessions: sessionReader(db),
    steps: stepReader(db),
    errors: errorReader(db),
    spanCount: () => Number(count.get()?.n),
  };
}
