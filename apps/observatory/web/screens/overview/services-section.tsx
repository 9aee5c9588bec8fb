import type { OverviewService } from '@octo/contracts/observatory-overview.ts';
import type { Column } from '@octo/ui/react/list/column.ts';
import { DataList } from '@octo/ui/react/list/data-list.tsx';
import { listOf } from '@octo/ui/react/list/use-list.ts';
import { Section } from '@octo/ui/react/section.tsx';
import { StatusBadge } from '@octo/ui/react/status-badge.tsx';
import type { Statuses } from '@octo/ui/react/statuses.ts';
import { Link } from 'react-router';
import { tracesPath } from '../../paths.ts';
import { FigureCard } from '../services/figure-card.tsx';
import { Errors, Rate, Took } from '../services/figures.tsx';
import { NoServices } from '../services/no-services.tsx';
import { Sparkline } from '../services/sparkline.tsx';

const states: Statuses<OverviewService['state']> = {
  ok: { label: 'Objectives met', tone: 'good' },
  burning: { label: 'Burning', tone: 'warn' },
  missed: { label: 'Missed', tone: 'bad' },
  silent: { label: 'Silent', tone: 'bad' },
  no_data: { label: 'No objective measured', tone: 'quiet' },
};

interface ServicesSectionProps {
  services: readonly OverviewService[];
  minutes: number;
}

/** Rate, errors and duration of each service, with the worst of its objectives. */
export function ServicesSection({ services, minutes }: ServicesSectionProps) {
  return (
    <Section title="Services" aside={<Link to={`/services?minutes=${minutes}`}>Routes and durations</Link>}>
      <DataList
        label="Services"
        list={listOf(services)}
        columns={columnsOf(minutes)}
        rowKey={({ service }) => service}
        card={(row) => (
          <>
            <FigureCard name={row.service} figures={row} search={{ service: row.service, minutes }} />
            <State of={row} />
          </>
        )}
        empty={<NoServices />}
      />
    </Section>
  );
}

function columnsOf(minutes: number): Column<OverviewService>[] {
  const searchOf = ({ service }: OverviewService) => ({ service, minutes });
  return [
    { key: 'service', title: 'Service', cell: (row) => <Link to={tracesPath(searchOf(row))}>{row.service}</Link> },
    { key: 'state', title: 'Objectives', cell: (row) => <State of={row} /> },
    {
      key: 'time',
      title: 'Requests over time',
      cell: ({ minutes: steps }) => <Sparkline steps={steps} />,
      leaveOut: 2,
    },
    { key: 'rate', title: 'Requests', align: 'end', cell: (row) => <Rate of={row} search={searchOf(row)} /> },
    { key: 'errors', title: 'Errors', align: 'end', cell: (row) => <Errors of={row} search={searchOf(row)} /> },
    { key: 'p95', title: 'p95', align: 'end', cell: (row) => <Took ms={row.p95Ms} search={searchOf(row)} /> },
  ];
}

function State({ of: { service, state } }: { of: OverviewService }) {
  const path = state === 'silent' ? `/alarms/silent.${service}` : `/slos?service=${encodeURIComponent(service)}`;
  return (
    <Link to={path}>
      <StatusBadge {...states[state]} />
    </Link>
  );
}
