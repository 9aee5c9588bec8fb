import type { RouteSummary, ServiceSummary } from '@octo/contracts/observatory-services.ts';
import { Section } from '@octo/ui/react/section.tsx';
import { Link } from 'react-router';
import { ShortList } from '../../parts/short-list.tsx';
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
  const searchOf = ({ name }: RouteSummary): TraceSearch => ({ service, minutes, ...routeSearch(name) });
  return (
    <Section title={service}>
      <ShortList
        label={`Routes of ${service}`}
        rows={routes}
        most={usualCount}
        noun="routes"
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
    </Section>
  );
}
