import { tooMuchAtOnce } from './too-much-at-once.ts';

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
      if (taken > 0 && taken + bytes > mostBytes) throw tooMuchAtOnce();
      taken += bytes;
      return () => {
        taken -= bytes;
      };
    },
  };
}
