import {
  browserAttributes as names,
  pageAttributes,
  vitalLimits,
  vitalNames,
} from '@octo/contracts/browser-telemetry.ts';
import { attributeNames } from '@octo/platform/telemetry/names/attributes.ts';
import type { FlatAttributes, Resource } from '../../otlp/records.ts';

/** What a span or an event of a browser says of where it belongs. */
export interface Told {
  readonly app: string;
  readonly release: string;
  readonly sessionId: string;
  readonly page: string;
  readonly isPhone: boolean;
}

export function readTold(attributes: FlatAttributes, { attributes: resource }: Resource): Told {
  return {
    app: textOf(resource[pageAttributes.app]),
    release: textOf(resource[attributeNames.serviceVersion]),
    sessionId: textOf(attributes[names.sessionId]),
    page: textOf(attributes[names.page]) || 'unknown',
    isPhone: attributes[names.isPhone] === true,
  };
}

/** A web vital; undefined for what is none. */
export function readVital(attributes: FlatAttributes): { vital: string; value: number; rating: number } | undefined {
  const vital = vitalNames.find((name) => name === attributes[names.vitalName]);
  const value = attributes[names.vitalValue];
  if (vital === undefined || typeof value !== 'number' || value < 0 || value > 600_000) return undefined;
  const [good, poor] = vitalLimits[vital];
  return { vital, value, rating: (value > good ? 1 : 0) + (value > poor ? 1 : 0) };
}

export interface ThrownError {
  readonly type: string;
  readonly message: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly stack: string;
}

/** The name that a file is sent under, without what changes with its content alone. */
const hashed = /\/assets\/[\w-]{12}\//g;

export function readError(attributes: FlatAttributes): ThrownError {
  return {
    type: textOf(attributes[names.exceptionType]) || 'Error',
    message: textOf(attributes[names.exceptionMessage]),
    file: textOf(attributes[names.file]).replace(hashed, '/assets/'),
    line: wholeOf(attributes[names.line]),
    column: wholeOf(attributes[names.column]),
    stack: textOf(attributes[names.exceptionStack]).replace(hashed, '/assets/'),
  };
}

export function textOf(value: FlatAttributes[string] | undefined): string {
  return typeof value === 'string' ? value : '';
}

function wholeOf(value: FlatAttributes[string] | undefined): number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : 0;
}
