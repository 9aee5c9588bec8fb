import type { FieldFault } from '../errors/app-error.ts';

/** What a peer says of its refusal. */
export interface ToldProblem {
  code: string | undefined;
  /** For a person; only what came with a code is believed to be meant for one. */
  message?: string;
  fields?: FieldFault[];
}

const longestMessage = 1000;
const mostFields = 20;

/** Reads a problem+json; the error page of whoever stands in between has no code. */
export function readProblem(text: string): ToldProblem {
  const { code, message, errors } = membersOf(text);
  if (typeof code !== 'string' || !/^[a-z0-9_.]{1,100}$/.test(code)) return { code: undefined };
  const fields = Array.isArray(errors) ? errors.filter(isFieldFault).slice(0, mostFields) : [];
  return {
    code,
    ...(typeof message === 'string' ? { message: message.slice(0, longestMessage) } : {}),
    ...(fields.length > 0 ? { fields: fields.map(({ field, message }) => ({ field, message })) } : {}),
  };
}

function membersOf(text: string): Record<string, unknown> {
  try {
    return Object(JSON.parse(text));
  } catch {
    return {};
  }
}

function isFieldFault(value: unknown): value is FieldFault {
  const { field, message } = Object(value);
  return typeof field === 'string' && typeof message === 'string';
}
