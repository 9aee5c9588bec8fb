import { Answer } from '@octo/ui/react/answer.tsx';
import { Section } from '@octo/ui/react/section.tsx';
import { SectionSkeleton } from '@octo/ui/react/section-skeleton.tsx';
import { Link } from 'react-router';
import { useActivity } from '../../api/use-database.ts';
import { ActivityChart } from '../../parts/activity-chart.tsx';
import { sessionsPath } from '../../paths.ts';
import { ActivityShares } from './activity-shares.tsx';

/** How busy the database was, and for whom. */
export function ActivitySection({ minutes }: { minutes: number }) {
  return (
    <Answer query={useActivity(minutes)} skeleton={<SectionSkeleton title="Activity" lines={8} />}>
      {(activity) => (
        <Section title="Activity" aside={<Link to={sessionsPath}>Sessions as they are now</Link>}>
          <ActivityChart
            title="Average active sessions, by what they did or waited for"
            activity={activity}
            nothing="In no look, one a second, was a session at work."
          />
          <ActivityShares activity={activity} minutes={minutes} />
        </Section>
      )}
    </Answer>
  );
}
