import type { ServiceSummary } from '@octo/contracts/observatory-services.ts';
import { Instant } from '@octo/ui/react/instant.tsx';
import type { Column } from '@octo/ui/react/list/column.ts';
import { Link } from 'react-router';
import { isoOf } from '../../parts/nano.ts';
import { tracesPath } from '../../paths.ts';
import { figureColumns } from './figure-columns.tsx';
import { Sparkline } from './sparkline.tsx';

export function serviceColumns(minutes: number): Column<ServiceSummary>[] {
  return [
    {
      key: 'service',
      title: 'Service',
      cell: ({ service }) => <Link to={tracesPath({ service, minutes })}>{service}</Link>,
    },
    {
      key: 'requests',
      title: 'Requests over time',
      cell: ({ minutes: steps }) => <Sparkline steps={steps} />,
      leaveOut: 2,
    },
    ...figureColumns<ServiceSummary>(({ service }) => ({ service, minutes })),
    {
      key: 'seen',
      title: 'Last heard of',
      cell: ({ lastSeenUnixNano }) => <Instant at={isoOf(lastSeenUnixNano)} />,
      leaveOut: 1,
      isShort: true,
    },
  ];
}
