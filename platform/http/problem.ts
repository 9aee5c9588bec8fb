import type { FastifyError } from 'fastify';
import { AppError, type ErrorKind, type FieldFault } from '../errors/app-error.ts';

/** RFC 9457 problem details with our code, a message for a person, the fields at fault and the trace. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  code: string;
  message: string;
  detail: string;
  field?: string;
  errors?: FieldFault[];
  trace_id: string;
  /** Members that a code adds, see AppError. */
  [extension: string]: unknown;
}

const statuses: Record<ErrorKind, number> = {
  Invalid: 400,
  Unauthorized: 401,
  Declined: 402,
  Forbidden: 403,
  NotFound: 404,
  Conflict: 409,
  Gone: 410,
  Unprocessable: 422,
  LimitExceeded: 429,
  Unavailable: 503,
  TimedOut: 504,
};

const titles: Record<number, string> = {
  400: 'Bad request',
  401: 'Sign-in required',
  402: 'Payment declined',
  403: 'Not allowed',
  404: 'Not found',
  405: 'Method not allowed',
  409: 'Conflict',
  410: 'No longer here',
  413: 'Too large',
  415: 'Unsupported content type',
  422: 'Cannot be done so',
  429: 'Too many requests',
  503: 'Not available just now',
  504: 'Took too long',
};

/** The framework's own refusals, in our words. */
const refusals: Record<string, { status: number; code: string; message: string }> = {
  FST_ERR_CTP_BODY_TOO_LARGE: {
    status: 413,
    code: 'http.body_too_large',
    message: 'The request is larger than this endpoint takes.',
  },
  FST_ERR_CTP_INVALID_MEDIA_TYPE: {
    status: 415,
    code: 'http.content_type',
    message: 'This address does not take that content type.',
  },
  FST_ERR_CTP_EMPTY_JSON_BODY: { status: 400, code: 'http.body_empty', message: 'The request has no body.' },
  FST_ERR_CTP_INVALID_JSON_BODY: { status: 400, code: 'http.body_malformed', message: 'The body is not valid JSON.' },
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: {
    status: 400,
    code: 'http.content_length',
    message: 'The body is not as long as it says.',
  },
};

const unexpected = {
  status: 500,
  code: 'internal',
  message: 'Something went wrong on our side. Please try again; if it stays, tell us the trace id.',
};

/** The status that a failure is answered with. */
export function statusOf(error: AppError): number {
  return statuses[error.kind];
}

/** The one table from thrown values to what a caller is told. Unknown errors tell nothing of themselves. */
export function toProblem(error: unknown, traceId: string): Problem {
  const { status, code, message, fields } = describe(error);
  return {
    ...(error instanceof AppError ? error.extensions : {}),
    type: 'about:blank',
    title: titles[status] ?? 'Something went wrong',
    status,
    code,
    message,
    detail: message,
    ...(fields[0] ? { field: fields[0].field, errors: [...fields] } : {}),
    trace_id: traceId,
  };
}

function describe(error: unknown): { status: number; code: string; message: string; fields: readonly FieldFault[] } {
  if (error instanceof AppError)
    return { status: statusOf(error), code: error.code, message: error.message, fields: error.fields };
  const refusal = refusalOf(error);
  if (!refusal) return { ...unexpected, fields: [] };
  const aboutBody = refusal.code.includes('body') || refusal.code.includes('content');
  return { ...refusal, fields: aboutBody ? [{ field: 'body', message: refusal.message }] : [] };
}

/** The framework marks what the caller did wrong, such as a body that broke off, with a 4xx status. */
function refusalOf(error: unknown) {
  if (!(error instanceof Error)) return undefined;
  const { code = '', statusCode: status = 500 }: Partial<FastifyError> = error;
  if (status < 400 || status >= 500) return undefined;
  return refusals[code] ?? { status, code: 'http.malformed', message: 'The request could not be understood.' };
}
