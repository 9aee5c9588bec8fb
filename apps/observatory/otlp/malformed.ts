import { type AppError, faultyField } from '@octo/platform/errors/app-error.ts';
import { limits } from './limits.ts';

/** For a body that is not what its content type says. */
export function malformed(why: string): AppError {
  return faultyField('Invalid', 'otlp.malformed', 'body', `This is no OTLP request: ${why}.`);
}

/** Resources take room even when they bring nothing: a few bytes make a great many of them. */
export function tooManyResources(): AppError {
  return malformed(`it holds more than ${limits.resourcesPerRequest} resources`);
}
