import { Button } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { SloStatus } from '@octo/contracts/observatory-slos.ts';
import { Answer } from '@octo/ui/react/answer.tsx';
import { DataList } from '@octo/ui/react/list/data-list.tsx';
import { ListSkeleton } from '@octo/ui/react/list/list-skeleton.tsx';
import { listOf } from '@octo/ui/react/list/use-list.ts';
import { useListParams } from '@octo/ui/react/list/use-list-params.ts';
import { PageHeader } from '@octo/ui/react/page-header.tsx';
import { Empty } from '@octo/ui/react/standstill.tsx';
import { Toolbar } from '@octo/ui/react/toolbar.tsx';
import { useSlos } from '../../api/use-slos.ts';
import { ServiceFilter } from '../../parts/service-filter.tsx';
import { sloPath } from '../../paths.ts';
import { SloCard, sloColumns } from './slo-columns.tsx';
import { SloDetail } from './slo-detail.tsx';
import classes from './slos-page.module.css';

/** What is promised of each workflow, and what is left of its error budget. */
export function SlosPage() {
  const { values, set, clear } = useListParams(['slo', 'service']);
  const isPhone = useMediaQuery('(width < 48em)', false, { getInitialValueInEffect: false });
  const skeleton = <ListSkeleton label="Objectives" columns={sloColumns} isPhone={isPhone} />;
  return (
    <>
      <PageHeader title="Objectives" description="What is promised of each workflow, and how much of it is used up." />
      <Answer query={useSlos()} skeleton={skeleton}>
        {({ slos, measuredHours }) => {
          const chosen = slos.find(({ id }) => id === values.slo);
          const shown = slos.filter(({ service }) => values.service === undefined || service === values.service);
          return (
            <div className={classes.parts}>
              <Toolbar>
                <ServiceFilter value={values.service} onChange={(service) => set('service', service)} />
                <p className={`muted ${classes.note}`}>
                  Objectives are for {slos[0]?.windowDays} days; telemetry is kept for {measuredHours / 24}, and that is
                  what these figures and budgets are of.
                </p>
              </Toolbar>
              {chosen && <SloDetail slo={chosen} measuredHours={measuredHours} onClose={() => set('slo', undefined)} />}
              <DataList
                label="Objectives"
                list={listOf(shown)}
                columns={sloColumns}
                rowKey={({ id }) => id}
                rowPath={({ id }: SloStatus) => sloPath(id, values.service)}
                card={(slo) => <SloCard slo={slo} />}
                empty={<NoneOf onClear={clear} />}
              />
            </div>
          );
        }}
      </Answer>
    </>
  );
}

function NoneOf({ onClear }: { onClear(): void }) {
  return (
    <Empty icon="info" title="Nothing is promised of this service">
      <p>
        <Button variant="default" onClick={onClear}>
          Show all objectives
        </Button>
      </p>
    </Empty>
  );
}
