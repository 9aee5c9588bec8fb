import { Button, SegmentedControl } from '@mantine/core';
import type { getLogLine, LogRecord } from '@octo/contracts/observatory-logs.ts';
import { Answer } from '@octo/ui/react/answer.tsx';
import { request } from '@octo/ui/react/api/request.ts';
import { useListParams } from '@octo/ui/react/list/use-list-params.ts';
import { PageHeader } from '@octo/ui/react/page-header.tsx';
import { Section } from '@octo/ui/react/section.tsx';
import { SectionSkeleton } from '@octo/ui/react/section-skeleton.tsx';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { LogLine } from '../../parts/log-line.tsx';
import { LogTime } from '../../parts/log-time.tsx';
import classes from './log-context.module.css';

const scopes = [
  { value: 'instance', label: 'Its process' },
  { value: 'all', label: 'All services' },
  { value: 'trace', label: 'Its trace' },
] as const;
type Scope = (typeof scopes)[number]['value'];

const atFirst = 15;
const atOnce = 30;
const most = 200;

/** A line and what was written before and after it. */
export function LogContext({ id }: { id: string }) {
  const [params] = useSearchParams();
  const { values, set } = useListParams(['scope']);
  const scope = scopes.find(({ value }) => value === values.scope)?.value ?? 'instance';
  const [size, setSize] = useState({ before: atFirst, after: atFirst });
  const query = useAround(id, scope, size);
  const back = new URLSearchParams(params);
  for (const name of ['line', 'scope']) back.delete(name);
  return (
    <>
      <PageHeader
        title="Around a log line"
        description="What was written before and after it, from the earliest on."
        back={{ to: back.size === 0 ? '/logs' : `/logs?${back}`, label: 'Logs' }}
      />
      <div className={classes.bar}>
        <SegmentedControl
          aria-label="Whose lines"
          value={scope}
          onChange={(chosen) => set('scope', chosen)}
          data={scopes.map(({ value, label }) => ({
            value,
            label,
            disabled: value === 'trace' && query.data?.line.traceId === null,
          }))}
        />
      </div>
      <Answer query={query} skeleton={<SectionSkeleton title="Lines" lines={12} />}>
        {({ earlier, line, later, hasEarlier, hasLater }) => (
          <Section title="Lines">
            <More
              words="Earlier lines"
              has={hasEarlier}
              count={size.before}
              onMore={() => setSize({ ...size, before: size.before + atOnce })}
            />
            <Lines lines={[...earlier, line, ...later]} chosen={id} />
            <More
              words="Later lines"
              has={hasLater}
              count={size.after}
              onMore={() => setSize({ ...size, after: size.after + atOnce })}
            />
          </Section>
        )}
      </Answer>
    </>
  );
}

function useAround(id: string, scope: Scope, { before, after }: { before: number; after: number }) {
  return useQuery({
    queryKey: ['logs', 'around', id, scope, before, after],
    queryFn: ({ signal }) =>
      request<typeof getLogLine>('GET /api/logs/:id', { params: { id }, query: { scope, before, after }, signal }),
    placeholderData: keepPreviousData,
  });
}

function Lines({ lines, chosen }: { lines: readonly LogRecord[]; chosen: string }) {
  return (
    <ol className={classes.lines}>
      {lines.map((log) => (
        <LogLine key={log.id} log={log} time={<LogTime unixNano={log.timeUnixNano} />} isChosen={log.id === chosen} />
      ))}
    </ol>
  );
}

interface MoreProps {
  words: string;
  has: boolean;
  count: number;
  onMore(): void;
}

function More({ words, has, count, onMore }: MoreProps) {
  if (!has) return null;
  if (count + atOnce > most) return <p className="muted">There are more lines; search for them by time.</p>;
  return (
    <Button variant="default" onClick={onMore}>
      {words}
    </Button>
  );
}
