import type { FieldProblem } from '@octo/contracts/problem.ts';

interface ProblemParts {
  status: number;
  code: string;
  message: string;
  fields?: readonly FieldProblem[];
  traceId?: string | undefined;
  retryAfterSeconds?: number | undefined;
  extensions?: Readonly<Record<string, unknown>>;
}

/** A call that failed, as the API told it. `message` is for the person in front of the page. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  /** 0 when no answer came at all. */
  readonly status: number;
  readonly code: string;
  readonly fields: readonly FieldProblem[];
  readonly traceId: string | undefined;
  readonly retryAfterSeconds: number | undefined;
  /** Further members, such as `current` of a conflict. */
  readonly extensions: Readonly<Record<string, unknown>>;

  constructor(parts: ProblemParts) {
    super(parts.message);
    this.status = parts.status;
    this.code = parts.code;
    this.fields = parts.fields ?? [];
    this.traceId = parts.traceId;
    this.retryAfterSeconds = parts.retryAfterSeconds;
    this.extensions = parts.extensions ?? {};
  }
}

const known = ['type', 'title', 'status', 'code', 'message', 'detail', 'field', 'errors', 'trace_id'];

/** Reads the body of a failed answer; one that is no problem+json still says something sensible. */
export function toApiProblem(status: number, body: unknown, retryAfter: string | null = null): ApiProblem {
  const told = isRecord(body) ? body : {};
  const seconds = Number(retryAfter ?? Number.NaN);
  return new ApiProblem({
    status,
    code: textOf(told.code) ?? `http.${status}`,
    message: textOf(told.message) ?? unexplained(status),
    fields: Array.isArray(told.errors) ? told.errors.filter(isFieldProblem) : [],
    traceId: traceIdOf(told.trace_id),
    retryAfterSeconds: Number.isFinite(seconds) ? seconds : undefined,
    extensions: Object.fromEntries(Object.entries(told).filter(([name]) => !known.includes(name))),
  });
}

export function unreachable(): ApiProblem {
  return new ApiProblem({
    status: 0,
    code: 'network.unreachable',
    message: 'The server cannot be reached. Please check your connection and try again.',
  });
}

export function tookTooLong(): ApiProblem {
  return new ApiProblem({
    status: 504,
    code: 'network.timed_out',
    message: 'The server took too long to answer. Please try again.',
  });
}

/** Any thrown value as a problem, for what is drawn from it. */
export function asApiProblem(error: unknown): ApiProblem {
  if (error instanceof ApiProblem) return error;
  return new ApiProblem({ status: 500, code: 'page.failed', message: 'This page has failed. Please load it again.' });
}

/** Worth asking again without the person doing anything about it. */
export function isPassing({ status }: ApiProblem): boolean {
  return status === 0 || status >= 502;
}

/** A service that traces nothing has zeros to tell. */
function traceIdOf(value: unknown): string | undefined {
  const id = textOf(value);
  return id === undefined || /^0+$/.test(id) ? undefined : id;
}

function unexplained(status: number): string {
  return status >= 502
    ? 'The server is not available just now. Please try again.'
    : 'Something went wrong. Please try again.';
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function isFieldProblem(value: unknown): value is FieldProblem {
  return isRecord(value) && typeof value.field === 'string' && typeof value.message === 'string';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
