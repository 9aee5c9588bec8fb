import { Button } from '@mantine/core';
import type { AlarmDetail } from '@octo/contracts/observatory-alarms.ts';
import { Answer } from '@octo/ui/react/answer.tsx';
import { asApiProblem } from '@octo/ui/react/api/api-problem.ts';
import { Failure } from '@octo/ui/react/failure.tsx';
import { Instant } from '@octo/ui/react/instant.tsx';
import { PageHeader } from '@octo/ui/react/page-header.tsx';
import { Section } from '@octo/ui/react/section.tsx';
import { SectionSkeleton } from '@octo/ui/react/section-skeleton.tsx';
import { StatusBadge } from '@octo/ui/react/status-badge.tsx';
import { Link, useParams } from 'react-router';
import { useAlarm } from '../../api/use-alarms.ts';
import { alarmSeverities, alarmStates } from '../../parts/alarm-words.ts';
import { EventList } from '../../parts/event-list.tsx';
import { AlarmAnswers } from './alarm-answers.tsx';
import { AlarmChart } from './alarm-chart.tsx';
import { AlarmMeaning } from './alarm-meaning.tsx';
import classes from './alarm-page.module.css';

const back = { to: '/alarms', label: 'Alarms' };

/** One alarm: how it stands, what it means, what to do, and what became of it. */
export function AlarmPage() {
  const { alarmId = '' } = useParams();
  const query = useAlarm(alarmId);
  if (query.error && !query.data)
    return (
      <Failure
        problem={asApiProblem(query.error)}
        onRetry={() => void query.refetch()}
        isWholePage
        action={
          <Button component={Link} to="/alarms" variant="default">
            All alarms
          </Button>
        }
      />
    );
  return (
    <Answer query={query} skeleton={<AlarmSkeleton />}>
      {(alarm) => (
        <>
          <PageHeader
            title={alarm.title}
            back={back}
            badge={<StatusBadge {...alarmStates[alarm.state]} />}
            description={<Standing alarm={alarm} />}
          />
          <div className={classes.parts}>
            <div className={classes.wide}>
              <AlarmChart alarm={alarm} />
            </div>
            <AlarmMeaning alarm={alarm} />
            <AlarmAnswers alarm={alarm} />
            <div className={classes.wide}>
              <Section title="What happened">
                <EventList events={alarm.events} empty="It has never fired, as far back as is kept." />
              </Section>
            </div>
          </div>
        </>
      )}
    </Answer>
  );
}

function Standing({ alarm: { severity, subject, since } }: { alarm: AlarmDetail }) {
  return (
    <>
      {alarmSeverities[severity].label} · {subject}
      {since !== null && (
        <>
          {' · since '}
          <Instant at={since} />
        </>
      )}
    </>
  );
}

function AlarmSkeleton() {
  return (
    <>
      <PageHeader title="Alarm" back={back} />
      <div className={classes.parts}>
        <div className={classes.wide}>
          <SectionSkeleton title="What it is judged by" lines={6} />
        </div>
        <SectionSkeleton title="What it means" lines={4} />
      </div>
    </>
  );
}
