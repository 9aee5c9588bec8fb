import { Button } from '@mantine/core';
import type { RouteSummary, ServiceSummary } from '@octo/contracts/observatory-services.ts';
import { DataList } from '@octo/ui/react/list/data-list.tsx';
import { listOf } from '@octo/ui/react/list/use-list.ts';
import { Section } from '@octo/ui/react/section.tsx';
import { useState } from 'react';
import { Link } from 'react-router';
import { type TraceSearch, tracesPath } from '../../paths.ts';
import { FigureCard } from './figure-card.tsx';
import { figureColumns } from './figure-columns.tsx';
import { routeSearch } from './route-search.ts';

interface RouteSectionProps {
  service: ServiceSummary;
  minutes: number;
}

const usualCount = 8;

/** The routes of a service, the busiest first. */
export function RouteSection({ service: { service, routes }, minutes }: RouteSectionProps) {
  const [showsAll, setShowsAll] = useState(false);
  const searchOf = ({ name }: RouteSummary): TraceSearch => ({ service, minutes, ...routeSearch(name) });
  const isCut = !showsAll && routes.length > usualCount;
  return (
    <Section title={service}>
      <DataList
        label={`Routes of ${service}`}
        list={listOf(isCut ? routes.slice(0, usualCount) : routes)}
        columns={[
          {
            key: 'name',
            title: 'Route',
            cell: (route) => (
              <Link to={tracesPath(searchOf(route))} className="mono">
                {route.name}
              </Link>
            ),
          },
          ...figureColumns(searchOf),
        ]}
        rowKey={({ name }) => name}
        card={(route) => <FigureCard name={route.name} figures={route} search={searchOf(route)} />}
        empty={<p className="muted">It has answered no request in this time.</p>}
      />
      {isCut && (
        <Button variant="subtle" onClick={() => setShowsAll(true)}>
          Show all {routes.length} routes
        </Button>
      )}
    </Section>
  );
}
