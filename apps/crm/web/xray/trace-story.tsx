import { Button } from '@mantine/core';
import type { XrayTraceStory } from '@octo/contracts/crm/xray.ts';
import { formatMilliseconds, formatQuantity } from '@octo/ui/format.ts';
import { Answer } from '@octo/ui/react/answer.tsx';
import { Section } from '@octo/ui/react/section.tsx';
import { SectionSkeleton } from '@octo/ui/react/section-skeleton.tsx';
import type { ReactNode } from 'react';
import { absenceWords, isOlderThanKept } from './absence.ts';
import { BrowserEvents } from './browser-events.tsx';
import { LogLines } from './log-lines.tsx';
import { Sessions } from './sessions.tsx';
import { Statements } from './statements.tsx';
import { TraceLink } from './trace-link.tsx';
import { Trail } from './trail.tsx';
import { useTraceStory } from './use-trace-story.ts';
import { Waterfall } from './waterfall.tsx';
import classes from './xray-story.module.css';

interface TraceStoryProps {
  traceId: string;
  /** When the first thing in it was done about the record. */
  firstAt: string | null;
}

/** What one trace tells: spans, statements, sessions, log lines, and what was written down in it. */
export function TraceStory({ traceId, firstAt }: TraceStoryProps) {
  const { query, isAwaited } = useTraceStory(traceId, firstAt);
  const lookAgain = isAwaited ? (
    <p className="muted" role="status">
      They may be on their way still: this looks again by itself.
    </p>
  ) : (
    <Button variant="default" loading={query.isFetching} onClick={() => void query.refetch()}>
      Look again
    </Button>
  );
  return (
    <Answer query={query} skeleton={<SectionSkeleton title="Spans" lines={8} />}>
      {(story) => (
        <div className={classes.story}>
          <Spans story={story} firstAt={firstAt} again={lookAgain} />
          <Statements story={story} />
          <Sessions story={story} />
          <BrowserEvents browser={story.browser} />
          <LogLines logs={story.logs} />
          <Trail trail={story.trail} />
        </div>
      )}
    </Answer>
  );
}

interface SpansProps {
  story: XrayTraceStory;
  firstAt: string | null;
  /** For what may come later. */
  again: ReactNode;
}

function Spans({ story, firstAt, again }: SpansProps) {
  const { spans, trace_id } = story;
  const { state, services, total, duration_ms, errors, kept_since } = spans;
  const isOlder = isOlderThanKept(firstAt, kept_since);
  return (
    <Section title="Spans" aside={<TraceLink traceId={trace_id} />}>
      {state === 'found' ? (
        <>
          <p className="muted">
            {formatQuantity(total, 'span')} of {services.join(', ')} in {formatMilliseconds(duration_ms)},{' '}
            {errors === 0 ? 'none failed' : `${formatQuantity(errors, 'span')} failed`}
          </p>
          <Waterfall spans={spans} />
          {spans.is_cut && (
            <p className="muted">
              There is more: of a trace this large only what failed or took longest was looked at, here and below. The
              observatory shows all.
            </p>
          )}
        </>
      ) : (
        <>
          <p className="muted">{absenceWords(state, 'spans', isOlder)}</p>
          {(state === 'away' || (state === 'none' && !isOlder)) && <div>{again}</div>}
        </>
      )}
    </Section>
  );
}
