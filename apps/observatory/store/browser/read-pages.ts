import type { DatabaseSync } from 'node:sqlite';
import { vitalNames } from '@octo/contracts/browser-telemetry.ts';
import type { BrowserOverview, PageSummary, VitalSummary } from '@octo/contracts/observatory-browser.ts';
import { nanoText } from '../nano.ts';
import { percentile } from '../rates/duration-buckets.ts';
import type { Row } from '../rows.ts';

export type PageFigures = Omit<BrowserOverview, 'windowMinutes'>;

export interface PageReader {
  overview(windowMinutes: number, app: string | undefined, nowMs: number): PageFigures;
}

const mostSteps = 60;
const mostPages = 200;

export function pageReader(db: DatabaseSync): PageReader {
  const inWindow = 'minute > ?1 and (?2 is null or app = ?2)';
  const counts = db.prepare(
    `select app, page, release, sum(views) as views, sum(errors) as errors from browser_minutes where ${inWindow}
     group by app, page, release order by views desc, page`,
  );
  const vitals = db.prepare(
    `select app, page, release, vital, rating, bucket, sum(times) as times from browser_vitals where ${inWindow}
     group by app, page, release, vital, rating, bucket`,
  );
  const steps = db.prepare(
    `select cast((minute - ?1 - 1) / ?3 as integer) as step, sum(views) as views, sum(errors) as errors
     from browser_minutes where ${inWindow} group by 1`,
  );
  const apps = db.prepare('select distinct app from browser_minutes where minute > ? order by app');
  const sessions = db.prepare(
    'select count(*) as n from browser_sessions where last_us >= ?1 and (?2 is null or app = ?2)',
  );

  function stepsOf(before: number, windowMinutes: number, app: string | null): PageFigures['steps'] {
    const stepMinutes = Math.ceil(windowMinutes / mostSteps);
    const found = new Map(steps.all(before, app, stepMinutes).map((row) => [Number(row.step), row]));
    return Array.from({ length: Math.ceil(windowMinutes / stepMinutes) }, (_, step) => ({
      startTimeUnixNano: nanoText({ us: (before + 1 + step * stepMinutes) * 60_000_000, rest: 0 }),
      views: Number(found.get(step)?.views ?? 0),
      errors: Number(found.get(step)?.errors ?? 0),
    }));
  }

  return {
    overview(windowMinutes, asked, nowMs) {
      const before = Math.floor(nowMs / 60_000) - windowMinutes;
      const app = asked ?? null;
      const pages = counts.all(before, app);
      const measured = vitals.all(before, app);
      const byPage = Map.groupBy(measured, pageKey);
      const sum = (column: 'views' | 'errors') => pages.reduce((total, row) => total + Number(row[column]), 0);
      return {
        views: sum('views'),
        errors: sum('errors'),
        sessions: Number(sessions.get((before + 1) * 60_000_000, app)?.n),
        vitals: vitalsOf(measured),
        pages: pages.slice(0, mostPages).map((row) => toPage(row, byPage.get(pageKey(row)) ?? [])),
        apps: apps.all(before).map(({ app }) => String(app)),
        steps: stepsOf(before, windowMinutes, app),
      };
    },
  };
}

function pageKey({ app, page, release }: Row): string {
  return JSON.stringify([app, page, release]);
}

function toPage(row: Row, measured: readonly Row[]): PageSummary {
  return {
    app: String(row.app),
    page: String(row.page),
    release: String(row.release),
    views: Number(row.views),
    errors: Number(row.errors),
    vitals: vitalsOf(measured),
  };
}

function vitalsOf(measured: readonly Row[]): VitalSummary[] {
  return vitalNames.map((name) => {
    const own = measured.filter(({ vital }) => vital === name);
    const buckets = new Map<number, number>();
    const ratings = [0, 0, 0];
    for (const { bucket, rating, times } of own) {
      buckets.set(Number(bucket), (buckets.get(Number(bucket)) ?? 0) + Number(times));
      ratings[Number(rating)] = (ratings[Number(rating)] ?? 0) + Number(times);
    }
    const [good = 0, needsImprovement = 0, poor = 0] = ratings;
    return { name, p75: percentile(buckets, 0.75), good, needsImprovement, poor };
  });
}
