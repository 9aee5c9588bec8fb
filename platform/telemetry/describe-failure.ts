import { AppError, errorCode } from '../errors/app-error.ts';
import { attributeNames } from './names/attributes.ts';

/** Log fields of a failure: its code, what to look at, and where what nobody expected came from. Messages may quote data and are left out. */
export function describeFailure(error: unknown): Record<string, string> {
  const cause = error instanceof AppError ? error.cause : error;
  const advice = error instanceof AppError ? error.advice : undefined;
  return {
    [attributeNames.errorCode]: errorCode(error),
    ...(advice === undefined ? {} : { 'error.advice': advice }),
    ...(cause === undefined ? {} : describeCause(cause)),
  };
}

function describeCause(cause: unknown): Record<string, string> {
  if (!(cause instanceof Error)) return { [attributeNames.errorType]: typeof cause };
  const code = 'code' in cause ? { 'error.cause_code': String(cause.code) } : {};
  return { [attributeNames.errorType]: cause.name, ...code, [attributeNames.errorStack]: stackWithoutMessage(cause) };
}

function stackWithoutMessage(error: Error): string {
  const places = (error.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at '));
  return places.slice(0, 12).join('\n');
}
