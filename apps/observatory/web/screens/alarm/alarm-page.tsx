import type { AlarmDetail } from '@octo/contracts/observatory-alarms.ts';
import { Instant } from '@octo/ui/react/instant.tsx';
import { PageHeader } from '@octo/ui/react/page-header.tsx';
import { Section } from '@octo/ui/react/section.tsx';
import { SectionSkeleton } from '@octo/ui/react/section-skeleton.tsx';
import { StatusBadge } from '@octo/ui/react/status-badge.tsx';
import { useParams } from 'react-router';
import { useAlarm } from '../../api/use-alarms.ts';
import { alarmSeverities, alarmStates } from '../../parts/alarm-words.ts';
import { EventList } from '../../parts/event-list.tsx';
import { PageAnswer } from '../../parts/page-answer.tsx';
import { AlarmAnswers } from './alarm-answers.tsx';
import { AlarmChart } from './alarm-chart.tsx';
import { AlarmMeaning } from './alarm-meaning.tsx';
import classes from './alarm-page.module.css';

const back = { to: '/alarms', label: 'Alarms' };
const allAlarms = { to: '/alarms', label: 'All alarms' };

/** One alarm: how it stands, what it means, what to do, and what became of it. */
export function AlarmPage() {
  const { alarmId = '' } = useParams();
  return (
    <PageAnswer query={useAlarm(alarmId)} skeleton={<AlarmSkeleton />} wayOut={allAlarms}>
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
    </PageAnswer>
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
