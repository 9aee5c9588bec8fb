import { formatLocalInstant, formatRelative } from '../format.ts';
import { useNow } from './use-now.ts';

interface InstantProps {
  at: string;
  /** The exact time in place of “4 min ago”. */
  isExact?: boolean;
}

/** When something was: how long ago, with the exact local time on hover. Keeps counting while it is looked at. */
export function Instant({ at, isExact = false }: InstantProps) {
  const now = useNow();
  const exact = formatLocalInstant(at);
  return (
    <time dateTime={at} title={exact}>
      {isExact ? exact : formatRelative(at, now)}
    </time>
  );
}
