import { useMediaQuery } from '@mantine/hooks';
import type { ServiceSummary } from '@octo/contracts/observatory-services.ts';
import { Answer } from '@octo/ui/react/answer.tsx';
import { DataList } from '@octo/ui/react/list/data-list.tsx';
import { ListSkeleton } from '@octo/ui/react/list/list-skeleton.tsx';
import { listOf } from '@octo/ui/react/list/use-list.ts';
import { useListParams } from '@octo/ui/react/list/use-list-params.ts';
import { PageHeader } from '@octo/ui/react/page-header.tsx';
import { useServices } from '../../api/use-services.ts';
import { WindowSelect } from '../../parts/window-select.tsx';
import { windowIn } from '../../parts/windows.ts';
import { FigureCard } from './figure-card.tsx';
import { NoServices } from './no-services.tsx';
import { RouteSection } from './route-section.tsx';
import { serviceColumns } from './service-columns.tsx';
import classes from './services-page.module.css';

export function ServicesPage() {
  const { minutes, chooseWindow } = windowIn(useListParams(['minutes']));
  const isPhone = useMediaQuery('(width < 48em)', false, { getInitialValueInEffect: false });
  const skeleton = <ListSkeleton label="Services" columns={serviceColumns(minutes)} isPhone={isPhone} />;
  return (
    <>
      <PageHeader
        title="Services"
        description="What each has answered, how often it failed, and how long it took."
        actions={<WindowSelect minutes={minutes} onChange={chooseWindow} />}
      />
      <Answer query={useServices(minutes)} skeleton={skeleton}>
        {({ services }) => <ServiceFigures services={services.toSorted(byName)} minutes={minutes} />}
      </Answer>
    </>
  );
}

interface ServiceFiguresProps {
  services: readonly ServiceSummary[];
  minutes: number;
}

function ServiceFigures({ services, minutes }: ServiceFiguresProps) {
  return (
    <>
      <DataList
        label="Services"
        list={listOf(services)}
        columns={serviceColumns(minutes)}
        rowKey={({ service }) => service}
        card={(row) => <FigureCard name={row.service} figures={row} search={{ service: row.service, minutes }} />}
        empty={<NoServices />}
      />
      <div className={classes.routes}>
        {services.map((service) => (
          <RouteSection key={service.service} service={service} minutes={minutes} />
        ))}
      </div>
    </>
  );
}

/** In an order that figures do not change: nothing jumps. */
function byName(one: ServiceSummary, other: ServiceSummary): number {
  return one.service.localeCompare(other.service);
}
