import { AppError } from '@octo/platform/errors/app-error.ts';

export function tooMuchAtOnce(): AppError {
  return new AppError('LimitExceeded', 'otlp.too_much_at_once', 'Too much is being sent at once. Send it again.', {
    retryAfterSeconds: 1,
  });
}
