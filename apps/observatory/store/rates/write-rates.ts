import type { DatabaseSync } from 'node:sqlite';
import { attributeNames } from '@octo/platform/telemetry/names/attributes.ts';
import { errorStatus, serverKind } from '../../otlp/records.ts';
import type { ArrivedSpan } from '../arrivals.ts';
import { splitNano } from '../nano.ts';
import { durationMsOf } from '../traces/trace-summary.ts';
import { bucketOf } from './duration-buckets.ts';
import { levelOf } from './duration-levels.ts';
import { knownNames } from './known-names.ts';
import { kindOf } from './request-kind.ts';
import { keepMinutesMs, keepStepsMs, minuteMs, stepMs } from './spans-of-time.ts';
import { createTally } from './tally.ts';
import { isWatched, workflowOfSpan } from './watched-spans.ts';

/** Counts requests by time, service, route, workflow and duration, so that rates need no look at single spans. */
export interface RateWriter {
  /** To be called once for each span, before it may find no room. */
  count(arrived: ArrivedSpan): void;
  /** To be called with every batch, before it is committed. */
  write(): void;
  /** Forgets what was counted for a batch that failed. */
  clear(): void;
}

type RequestKey = readonly [minute: number, service: string, name: string, workflow: string, bucket: number];
type WorkflowKey = readonly [service: string, workflow: string, kind: string, at: number, level: number];

export function rateWriter(db: DatabaseSync, nowMs: () => number): RateWriter {
  const upserts = prepareAll(db);
  const names = knownNames(db);
  const tallies = {
    requestMinutes: createTally<RequestKey>(),
    workflowSteps: createTally<WorkflowKey>(),
    workflowMinutes: createTally<WorkflowKey>(),
  };
  const spans = new Map<string, { minute: number; service: string; spans: number; lastUs: number }>();

  function countSpan(service: string, endUs: number): void {
    const minute = Math.floor(endUs / 1000 / minuteMs);
    const key = `${minute} ${service}`;
    const seen = spans.get(key) ?? { minute, service, spans: 0, lastUs: 0 };
    spans.set(key, { ...seen, spans: seen.spans + 1, lastUs: Math.max(seen.lastUs, endUs) });
  }

  function countWorkflow(service: string, workflow: string, { span }: ArrivedSpan, endMs: number): void {
    const ofWorkflow = [service, workflow, kindOf(span.name)] as const;
    const level = levelOf(durationMsOf(span));
    const isError = span.status === errorStatus;
    tallies.workflowMinutes.add([...ofWorkflow, Math.floor(endMs / minuteMs), level], isError);
    if (endMs >= nowMs() - keepStepsMs)
      tallies.workflowSteps.add([...ofWorkflow, Math.floor(endMs / stepMs), level], isError);
  }

  function countRequest(service: string, arrived: ArrivedSpan, endMs: number): void {
    const { span } = arrived;
    const minute = Math.floor(endMs / minuteMs);
    const workflow = names.workflowOf(service, span.attributes[attributeNames.workflowId], minute);
    const name = names.nameOf(service, span.name, minute);
    const request = [service, name, workflow, bucketOf(durationMsOf(span))] as const;
    const isError = span.status === errorStatus;
    countWorkflow(service, workflow, arrived, endMs);
    tallies.requestMinutes.add([minute, ...request], isError);
  }

  function clear(): void {
    for (const tally of Object.values(tallies)) tally.clear();
    spans.clear();
  }

  return {
    count(arrived) {
      const endUs = splitNano(arrived.span.endNano).us;
      // What is older than the longest window is in no answer.
      if (endUs / 1000 < nowMs() - keepMinutesMs) return;
      const service = names.serviceOf(arrived.resource.service, Math.floor(endUs / 1000 / minuteMs));
      countSpan(service, endUs);
      const { kind, name } = arrived.span;
      if (kind === serverKind) countRequest(service, arrived, endUs / 1000);
      else if (isWatched(name)) countWorkflow(service, workflowOfSpan(name), arrived, endUs / 1000);
    },
    write() {
      tallies.requestMinutes.drain((key, ...sums) => upserts.requestMinutes.run(...key, ...sums));
      tallies.workflowSteps.drain((key, ...sums) => upserts.workflowSteps.run(...key, ...sums));
      tallies.workflowMinutes.drain((key, ...sums) => upserts.workflowMinutes.run(...key, ...sums));
      for (const { minute, service, spans: count, lastUs } of spans.values())
        upserts.spans.run(minute, service, count, lastUs);
      spans.clear();
    },
    clear,
  };
}

function prepareAll(db: DatabaseSync) {
  const adding = 'on conflict do update set requests = requests + excluded.requests, errors = errors + excluded.errors';
  const upsert = (table: string) => db.prepare(`insert into ${table} values (?, ?, ?, ?, ?, ?, ?) ${adding}`);
  return {
    requestMinutes: upsert('request_minutes'),
    workflowSteps: upsert('workflow_steps'),
    workflowMinutes: upsert('workflow_minutes'),
    spans: db.prepare(
      `insert into service_minutes (minute, service, spans, last_us) values (?, ?, ?, ?)
       on conflict do update set spans = spans + excluded.spans, last_us = max(last_us, excluded.last_us)`,
    ),
  };
}
