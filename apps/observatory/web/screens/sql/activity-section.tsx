import type { getActivity } from '@octo/contracts/insight.ts';
import { Answer } from '@octo/ui/react/answer.tsx';
import type { AnswerOf } from '@octo/ui/react/api/endpoint-types.ts';
import { Section } from '@octo/ui/react/section.tsx';
import { SectionSkeleton } from '@octo/ui/react/section-skeleton.tsx';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useActivity } from '../../api/use-database.ts';
import { ActivityChart } from '../../parts/activity-chart.tsx';
import { ShareBar } from '../../parts/share-bar.tsx';
import { waitTitle } from '../../parts/wait-classes.ts';
import { sessionsPath, tracePath, tracesPath } from '../../paths.ts';
import classes from './activity-section.module.css';

type Activity = AnswerOf<typeof getActivity>;
type Share = Activity['modules'][number];

const mostShares = 5;
const shownId = 16;

/** How busy the database was, and for whom. */
export function ActivitySection({ minutes }: { minutes: number }) {
  return (
    <Answer query={useActivity(minutes)} skeleton={<SectionSkeleton title="Activity" lines={8} />}>
      {(activity) => (
        <Section title="Activity" aside={<Link to={sessionsPath}>Sessions as they are now</Link>}>
          <ActivityChart title="Average active sessions, by what they did or waited for" activity={activity} />
          <div className={classes.shares}>
            <Shares title="Waited for" shares={activity.events} nameOf={eventName} />
            <Shares
              title="Routes and verbs"
              shares={activity.actions}
              nameOf={({ key }) =>
                key === null ? 'Not known' : <Link to={tracesPath({ q: key, minutes })}>{key}</Link>
              }
            />
            <Shares
              title="Services"
              shares={activity.modules}
              nameOf={({ key }) =>
                key === null ? 'Not known' : <Link to={tracesPath({ service: key, minutes })}>{key}</Link>
              }
            />
            <Shares
              title="Traces"
              shares={activity.traces}
              nameOf={({ key }) =>
                key === null ? (
                  'Not known'
                ) : (
                  <Link to={tracePath(key)} className="mono" title={key}>
                    {key.slice(0, shownId)}
                  </Link>
                )
              }
            />
          </div>
        </Section>
      )}
    </Answer>
  );
}

/** Work has no event: then the class says what it was. */
function eventName({ key, byWaitClass }: Share): ReactNode {
  return key ?? Object.keys(byWaitClass).map(waitTitle).join(', ');
}

interface SharesProps {
  title: string;
  shares: readonly Share[];
  nameOf(share: Share): ReactNode;
}

/** Who took the most of it, in average active sessions. */
function Shares({ title, shares, nameOf }: SharesProps) {
  const most = shares[0]?.averageActive ?? 0;
  return (
    <div>
      <h3>{title}</h3>
      {shares.length === 0 && <p className="muted">Nothing was at work.</p>}
      <ul>
        {shares.slice(0, mostShares).map((share) => (
          <li key={share.key ?? ''} className={classes.share}>
            <span className={classes.name}>{nameOf(share)}</span>
            <span className="number">
              {share.averageActive < 0.001 ? '<0.001' : share.averageActive.toPrecision(2)}
            </span>
            <ShareBar share={most === 0 ? 0 : share.averageActive / most} />
          </li>
        ))}
      </ul>
    </div>
  );
}
