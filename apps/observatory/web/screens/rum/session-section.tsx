import { Button } from '@mantine/core';
import type { PageSummary } from '@octo/contracts/observatory-browser.ts';
import { FilterSelect } from '@octo/ui/react/filter-select.tsx';
import { DataList } from '@octo/ui/react/list/data-list.tsx';
import { ListNewsButton } from '@octo/ui/react/list/list-news.tsx';
import type { ListParams } from '@octo/ui/react/list/use-list-params.ts';
import { Section } from '@octo/ui/react/section.tsx';
import { Empty } from '@octo/ui/react/standstill.tsx';
import { Toolbar } from '@octo/ui/react/toolbar.tsx';
import { useEffect, useRef } from 'react';
import { useLocation } from 'react-router';
import { NameFilter } from '../../parts/name-filter.tsx';
import { rumSessionPath, visitsHash } from '../../paths.ts';
import { SessionCard, sessionColumns } from './session-columns.tsx';
import { useSessions } from './use-sessions.ts';

type RumParams = ListParams<'minutes' | 'app' | 'page' | 'visits' | 'error'>;

interface SessionSectionProps {
  params: RumParams;
  minutes: number;
  /** The pages that can be asked for. */
  pages: readonly PageSummary[];
}

/** The visits, the latest first, narrowed by what they met. */
export function SessionSection({ params: { values, set }, minutes, pages }: SessionSectionProps) {
  const { app, page, visits, error } = values;
  const errorId = Number(error) > 0 ? Number(error) : undefined;
  const hasErrors = visits === 'with-errors' || undefined;
  const list = useSessions({ minutes, app, page, hasErrors, error: errorId });
  const { hash, key } = useLocation();
  const asked = hash === visitsHash ? key : undefined;
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (asked !== undefined) place.current?.scrollIntoView();
  }, [asked]);
  return (
    <div ref={place}>
      <Section title="Visits">
        <Toolbar>
          <NameFilter
            label="Page"
            anyLabel="Any page"
            known={pages.map((known) => known.page)}
            value={page}
            onChange={(chosen) => set('page', chosen)}
          />
          <FilterSelect
            label="Errors"
            anyLabel="With and without errors"
            options={[{ value: 'with-errors', label: 'With errors' }]}
            value={hasErrors && 'with-errors'}
            onChange={(chosen) => set('visits', chosen)}
          />
          {errorId !== undefined && (
            <Button variant="default" onClick={() => set('error', undefined)}>
              Only those that met one error: show all
            </Button>
          )}
          <ListNewsButton list={list} noun="visit" />
        </Toolbar>
        <DataList
          label="Visits"
          name="visits"
          list={list}
          columns={sessionColumns}
          rowKey={({ sessionId }) => sessionId}
          rowPath={({ sessionId }) => rumSessionPath(sessionId)}
          card={(session) => <SessionCard session={session} />}
          empty={
            <Empty icon="search" title="No visit fits">
              <p>Ask for less, or look further back. A visit is listed while something of it is kept.</p>
            </Empty>
          }
        />
      </Section>
    </div>
  );
}
