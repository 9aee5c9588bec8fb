import { attributeNames } from '@octo/platform/telemetry/names/attributes.ts';
import { errorStatus, type FlatAttributes } from '../../otlp/records.ts';
import type { ArrivedSpan } from '../arrivals.ts';
import { splitNano } from '../nano.ts';
import { durationMsOf } from '../traces/trace-summary.ts';
import { databaseNode } from './nodes.ts';

/** One call, as one of its ends tells it. */
export interface CallFigures {
  readonly service: string;
  readonly endUs: number;
  readonly durationMs: number;
  readonly isError: boolean;
}

export function figuresOf({ span, resource }: ArrivedSpan): CallFigures {
  return {
    service: resource.service,
    endUs: splitNano(span.endNano).us,
    durationMs: durationMsOf(span),
    isError: span.status === errorStatus,
  };
}

/** The database that a span speaks to; undefined for other spans. */
export function databaseOf(attributes: FlatAttributes): string | undefined {
  const system = attributes[attributeNames.databaseSystem] ?? attributes['db.system'];
  if (typeof system !== 'string') return undefined;
  return databaseNode(system, textOf(attributes[attributeNames.database] ?? attributes['db.name']));
}

/** Host and port that are called; undefined when nothing is said. */
export function addressOf(attributes: FlatAttributes): string | undefined {
  const host = textOf(attributes[attributeNames.host] ?? attributes['peer.service']);
  const port = attributes[attributeNames.port];
  if (host === '') return undefined;
  return port === undefined ? host : `${host}:${port}`;
}

function textOf(value: FlatAttributes[string] | undefined): string {
  return typeof value === 'string' ? value : '';
}
