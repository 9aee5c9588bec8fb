import { Button } from '@mantine/core';
import { formatCount, formatQuantity } from '@octo/ui/format.ts';
import classes from './tail-bar.module.css';
import type { LogTail, TailState } from './use-log-tail.ts';

const words: Readonly<Record<TailState, string>> = {
  connecting: 'Connecting',
  open: 'New lines appear as they come',
  lost: 'The connection was lost; trying again',
  refused: 'New lines cannot be watched just now',
  slow: 'Lines came faster than this page reads. Narrow the search, or try again',
};

/** How the watching of new lines goes, and the way to stop and go on. */
export function TailBar({ tail }: { tail: LogTail }) {
  const { state, isPaused, waitingCount, missed } = tail;
  return (
    <div className={classes.bar} data-state={isPaused ? 'paused' : state}>
      <span className={classes.dot} aria-hidden="true" />
      {/* Said when it changes; how many lines wait changes too often for that. */}
      <span role="status">{isPaused ? 'Paused' : words[state]}</span>
      {missed > 0 && <span className="muted">{formatCount(missed)} came too fast to be shown</span>}
      <span className={classes.actions}>
        {waitingCount > 0 && (
          <Button variant="default" onClick={tail.resume}>
            Show {formatQuantity(waitingCount, 'new line')}
          </Button>
        )}
        {(state === 'refused' || state === 'slow') && (
          <Button variant="default" onClick={tail.retry}>
            Try again
          </Button>
        )}
        <Button variant="default" onClick={isPaused ? tail.resume : tail.pause}>
          {isPaused ? 'Go on' : 'Pause'}
        </Button>
      </span>
    </div>
  );
}
