/** The kinds of failure a caller can tell apart; platform/http maps each to one status. */
export type ErrorKind =
  | 'Invalid'
  | 'Unauthorized'
  | 'Forbidden'
  | 'NotFound'
  | 'Gone'
  | 'Conflict'
  | 'Declined'
  | 'Unprocessable'
  | 'LimitExceeded'
  | 'Unavailable'
  | 'TimedOut';

/** What is wrong with one field, by its name on the wire. */
export interface FieldFault {
  field: string;
  message: string;
}

export interface ErrorDetails {
  fields?: readonly FieldFault[];
  /** Seconds after which a repeat makes sense. */
  retryAfterSeconds?: number;
  cause?: unknown;
  /** What whoever runs the service should look at: logged, never told to a caller. Nothing secret. */
  advice?: string;
  /** Further members of the problem that the caller is told, such as what stands in the way. Nothing secret. */
  extensions?: Readonly<Record<string, unknown>>;
}

/** An expected failure: `code` is stable and machine-readable, `message` is for the person in front of it. */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly kind: ErrorKind;
  readonly code: string;
  readonly fields: readonly FieldFault[];
  readonly retryAfterSeconds: number | undefined;
  readonly advice: string | undefined;
  readonly extensions: Readonly<Record<string, unknown>>;

  constructor(kind: ErrorKind, code: string, message: string, details: ErrorDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.kind = kind;
    this.code = code;
    this.fields = details.fields ?? [];
    this.retryAfterSeconds = details.retryAfterSeconds;
    this.advice = details.advice;
    this.extensions = details.extensions ?? {};
  }
}

/** A failure that a field of the request is to blame for. */
export function faultyField(kind: ErrorKind, code: string, field: string, message: string): AppError {
  return new AppError(kind, code, message, { fields: [{ field, message }] });
}

/** Business declines and bad requests are outcomes; only these kinds are failures of ours. */
export function isOurFailure(error: unknown): boolean {
  return !(error instanceof AppError) || error.kind === 'Unavailable' || error.kind === 'TimedOut';
}

/** The stable code of any thrown value. */
export function errorCode(error: unknown): string {
  return error instanceof AppError ? error.code : 'internal';
}
