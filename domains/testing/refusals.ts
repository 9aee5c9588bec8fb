import { AppError, type ErrorKind } from '@octo/platform/errors/app-error.ts';

/** For `assert.rejects` and `assert.throws`: an expected failure of this kind and code, which blames this field if one is given. */
export function refusal(kind: ErrorKind, code: string, field?: string): (error: unknown) => boolean {
  return (error) =>
    error instanceof AppError &&
    error.kind === kind &&
    error.code === code &&
    (field === undefined || error.fields.some((fault) => fault.field === field));
}
