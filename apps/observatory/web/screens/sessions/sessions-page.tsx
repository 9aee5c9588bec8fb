import { Button } from '@mantine/core';
import type { listSessions } from '@octo/contracts/insight.ts';
import { formatLocalInstant, formatQuantity } from '@octo/ui/format.ts';
import { Answer } from '@octo/ui/react/answer.tsx';
import type { AnswerOf } from '@octo/ui/react/api/endpoint-types.ts';
import { FilterSelect } from '@octo/ui/react/filter-select.tsx';
import { DataList } from '@octo/ui/react/list/data-list.tsx';
import { listOf } from '@octo/ui/react/list/use-list.ts';
import { type ListParams, useListParams } from '@octo/ui/react/list/use-list-params.ts';
import { PageHeader } from '@octo/ui/react/page-header.tsx';
import { Section } from '@octo/ui/react/section.tsx';
import { SectionSkeleton } from '@octo/ui/react/section-skeleton.tsx';
import { Toolbar } from '@octo/ui/react/toolbar.tsx';
import { useState } from 'react';
import { useSessions } from '../../api/use-database.ts';
import { WatchedDatabase } from '../../parts/database-state.tsx';
import { BlockingSection } from './blocking-section.tsx';
import { SessionCard, sessionColumns } from './session-columns.tsx';
import { SessionDetails } from './session-details.tsx';
import { byPlace, isShown, showOf, shows } from './session-words.ts';
import classes from './sessions-page.module.css';

/** What the sessions of the database do right now, and who is in whose way. */
export function SessionsPage() {
  return (
    <>
      <PageHeader
        title="Database sessions"
        description="What each connection does right now, for whom, and who is in whose way."
      />
      <WatchedDatabase skeleton={<Skeleton />}>{() => <LiveSessions />}</WatchedDatabase>
    </>
  );
}

function LiveSessions() {
  const params = useListParams(['show', 'session']);
  const [isPaused, setPaused] = useState(false);
  const query = useSessions(isPaused);
  return (
    <>
      <Toolbar>
        <FilterSelect
          label="State"
          anyLabel="All sessions"
          options={shows}
          value={showOf(params.values.show)}
          onChange={(show) => params.set('show', show)}
        />
        <Button variant="default" onClick={() => setPaused(!isPaused)}>
          {isPaused ? 'Go on' : 'Pause'}
        </Button>
        <p className={`muted ${classes.note}`} role="status">
          {isPaused && query.data ? `Held at ${formatLocalInstant(query.data.at)}` : 'Asked again every two seconds'}
        </p>
      </Toolbar>
      <Answer query={query} skeleton={<Skeleton />}>
        {(answer) => <SessionParts answer={answer} params={params} />}
      </Answer>
    </>
  );
}

interface SessionPartsProps {
  answer: AnswerOf<typeof listSessions>;
  params: ListParams<'show' | 'session'>;
}

function SessionParts({ answer: { at, sessions }, params: { values, set } }: SessionPartsProps) {
  const { session: chosen } = values;
  const shown = sessions.filter((session) => isShown(session, showOf(values.show))).sort(byPlace);
  const pathOf = (sessionId: string) => {
    const asked = { ...(values.show === undefined ? {} : { show: values.show }), session: sessionId };
    return `/sessions?${new URLSearchParams(asked)}`;
  };
  return (
    <div className={classes.sections}>
      {chosen !== undefined && (
        <SessionDetails
          key={chosen}
          sessionId={chosen}
          session={sessions.find(({ sessionId }) => sessionId === chosen)}
          at={at}
          onClose={() => set('session', undefined)}
        />
      )}
      <BlockingSection sessions={sessions} at={at} />
      <Section title="Sessions" aside={formatQuantity(shown.length, 'session')}>
        <DataList
          label="Sessions"
          name="sessions"
          list={listOf(shown)}
          columns={sessionColumns(at)}
          rowKey={({ sessionId }) => sessionId}
          rowPath={({ sessionId }) => pathOf(sessionId)}
          card={(session) => <SessionCard session={session} at={at} />}
          empty={<p className="muted">{emptyWords(sessions.length)}</p>}
        />
      </Section>
    </div>
  );
}

function emptyWords(count: number): string {
  return count === 0 ? 'Nobody is connected to the database.' : 'No session is like that right now.';
}

function Skeleton() {
  return (
    <div className={classes.sections}>
      <SectionSkeleton title="Who waits for whom" lines={1} />
      <SectionSkeleton title="Sessions" lines={10} />
    </div>
  );
}
