import { AppError } from '@octo/platform/errors/app-error.ts';

/** Bodies that are on their way in, before anybody has looked into them. */
export interface BodiesUnderWay {
  /** Makes room for one of at most so many bytes; what it returns gives the room back. Throws LimitExceeded when there is none. */
  enter(bytes: number): () => void;
}

/** Many senders at once would otherwise take as much memory as they like. */
const mostBytes = 48 * 1024 * 1024;

export function bodiesUnderWay(): BodiesUnderWay {
  let taken = 0;
  return {
    enter(bytes) {
      if (taken > 0 && taken + bytes > mostBytes)
        throw new AppError('LimitExceeded', 'otlp.too_much_at_once', 'Too much is being sent at once. Send it again.', {
          retryAfterSeconds: 1,
        });
      taken += bytes;
      return () => {
        taken -= bytes;
      };
    },
  };
}
