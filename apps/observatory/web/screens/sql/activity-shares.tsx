import type { getActivity } from '@octo/contracts/insight.ts';
import { formatMilliseconds } from '@octo/ui/format.ts';
import type { AnswerOf } from '@octo/ui/react/api/endpoint-types.ts';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { ShareBar } from '../../parts/share-bar.tsx';
import { waitTitle } from '../../parts/wait-classes.ts';
import { tracePath, tracesPath } from '../../paths.ts';
import classes from './activity-shares.module.css';
import { looksOf, sessionMs } from './session-time.ts';

type Activity = AnswerOf<typeof getActivity>;
type Share = Activity['modules'][number];

const mostShares = 5;
const shownId = 16;
/** Traces are told of for so long. */
const traceMs = 3_600_000;

interface ActivitySharesProps {
  activity: Activity;
  minutes: number;
}

/** For what and for whom the sessions worked and waited. */
export function ActivityShares({
  activity: { steps, events, actions, modules, traces },
  minutes,
}: ActivitySharesProps) {
  const looks = looksOf(steps);
  return (
    <div className={classes.shares}>
      <Shares title="At work, or waiting for" shares={events} looks={looks} nameOf={eventName} />
      <Shares
        title="Routes and verbs"
        shares={actions}
        looks={looks}
        nameOf={({ key }) => key && <Link to={tracesPath({ q: key, minutes })}>{key}</Link>}
      />
      <Shares
        title="Services"
        shares={modules}
        looks={looks}
        nameOf={({ key }) => key && <Link to={tracesPath({ service: key, minutes })}>{key}</Link>}
      />
      <Shares
        title="Traces"
        shares={traces}
        looks={looksOf(steps, traceMs)}
        nameOf={({ key }) =>
          key && (
            <Link to={tracePath(key)} className="mono" title={key}>
              {key.slice(0, shownId)}
            </Link>
          )
        }
      />
    </div>
  );
}

/** Work has no event: then the class says what it was. */
function eventName({ key, byWaitClass }: Share): ReactNode {
  return key ?? Object.keys(byWaitClass).map(waitTitle).join(', ');
}

interface SharesProps {
  title: string;
  shares: readonly Share[];
  looks: number;
  /** Null where it is not known. */
  nameOf(share: Share): ReactNode;
}

/** Who took the most time of sessions. */
function Shares({ title, shares, looks, nameOf }: SharesProps) {
  const most = shares[0]?.averageActive ?? 0;
  return (
    <div>
      <h3>{title}</h3>
      {shares.length === 0 && <p className="muted">Nothing was at work.</p>}
      <ul>
        {shares.slice(0, mostShares).map((share) => (
          <li key={share.key ?? ''} className={classes.share}>
            <span className={classes.name}>{nameOf(share) ?? <span className="muted">Not known</span>}</span>
            <span className="number">{formatMilliseconds(sessionMs(share.averageActive, looks))}</span>
            <ShareBar share={most === 0 ? 0 : share.averageActive / most} />
          </li>
        ))}
      </ul>
    </div>
  );
}
