import { Button } from '@mantine/core';
import type { AlarmSummary } from '@octo/contracts/observatory-alarms.ts';
import { formatQuantity } from '@octo/ui/format.ts';
import { Answer } from '@octo/ui/react/answer.tsx';
import { Instant } from '@octo/ui/react/instant.tsx';
import { DataList } from '@octo/ui/react/list/data-list.tsx';
import { listOf } from '@octo/ui/react/list/use-list.ts';
import { useListParams } from '@octo/ui/react/list/use-list-params.ts';
import { PageHeader } from '@octo/ui/react/page-header.tsx';
import { Section } from '@octo/ui/react/section.tsx';
import { SectionSkeleton } from '@octo/ui/react/section-skeleton.tsx';
import { Empty } from '@octo/ui/react/standstill.tsx';
import { StatusFilter } from '@octo/ui/react/status-filter.tsx';
import { oneOfThese } from '@octo/ui/react/statuses.ts';
import { Toolbar } from '@octo/ui/react/toolbar.tsx';
import { useAlarmEvents, useAlarms } from '../../api/use-alarms.ts';
import { alarmStates } from '../../parts/alarm-words.ts';
import { EventList } from '../../parts/event-list.tsx';
import { alarmPath } from '../../paths.ts';
import { AlarmCard, alarmColumns } from './alarm-columns.tsx';
import classes from './alarms-page.module.css';

/** Every alarm with how it stands, and what they did of late. */
export function AlarmsPage() {
  const { values, set, clear } = useListParams(['state']);
  const state = oneOfThese(alarmStates, values.state);
  return (
    <>
      <PageHeader
        title="Alarms"
        description="What somebody should know, judged every ten seconds by rules that are data."
      />
      <Answer query={useAlarms()} skeleton={<SectionSkeleton title="Alarms" lines={10} />}>
        {({ alarms, checkedAt, pace, isNotifying }) => (
          <div className={classes.parts}>
            <Toolbar>
              <StatusFilter statuses={alarmStates} value={state} onChange={(chosen) => set('state', chosen)} />
              <Judged checkedAt={checkedAt} pace={pace} isNotifying={isNotifying} />
            </Toolbar>
            <DataList
              label="Alarms"
              list={listOf(state === undefined ? alarms : alarms.filter((alarm) => alarm.state === state))}
              columns={alarmColumns}
              rowKey={({ id }) => id}
              rowPath={({ id }: AlarmSummary) => alarmPath(id)}
              card={(alarm) => <AlarmCard alarm={alarm} />}
              empty={<NoneSo onClear={clear} />}
            />
            <History />
          </div>
        )}
      </Answer>
    </>
  );
}

interface JudgedProps {
  checkedAt: string | null;
  pace: number;
  isNotifying: boolean;
}

function Judged({ checkedAt, pace, isNotifying }: JudgedProps) {
  return (
    <p className={`muted ${classes.note}`}>
      {checkedAt === null ? (
        'Not judged yet'
      ) : (
        <>
          Judged <Instant at={checkedAt} />
        </>
      )}
      {pace !== 1 && `, all times divided by ${pace}`}
      {!isNotifying && '. Nobody is told: ALARM_WEBHOOK_URL is not set'}
    </p>
  );
}

function NoneSo({ onClear }: { onClear(): void }) {
  return (
    <Empty icon="check" title="No alarm is in this state">
      <p>
        <Button variant="default" onClick={onClear}>
          Show all alarms
        </Button>
      </p>
    </Empty>
  );
}

function History() {
  const query = useAlarmEvents();
  return (
    <Answer query={query} skeleton={<SectionSkeleton title="What happened" lines={4} />}>
      {({ events, next }) => (
        <Section
          title="What happened"
          aside={next === null ? undefined : `The newest ${formatQuantity(events.length, 'event')}`}
        >
          <EventList events={events} isNamed empty="No alarm has fired yet." />
        </Section>
      )}
    </Answer>
  );
}
