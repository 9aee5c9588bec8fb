import type { Pillar, Pillars } from '@octo/contracts/observability.ts';
import { formatCount } from '@octo/ui/format.ts';
import { Icon } from '@octo/ui/react/icon.tsx';
import { Instant } from '@octo/ui/react/instant.tsx';
import { Section } from '@octo/ui/react/section.tsx';
import { StatusBadge } from '@octo/ui/react/status-badge.tsx';
import { Link } from 'react-router';
import classes from './observability.module.css';
import { pillarStates, pillars as words } from './states.ts';

interface PillarsSectionProps {
  title: string;
  pillars: Pillars;
  /** Those that the service cannot know of. */
  leaveOut?: readonly (keyof Pillars)[];
}

/** The ways in which a service is observed: which there are, and whether what is sent arrives. */
export function PillarsSection({ title, pillars, leaveOut = [] }: PillarsSectionProps) {
  return (
    <Section title={title}>
      <ul className={classes.pillars}>
        {namesOf(pillars)
          .filter((name) => !leaveOut.includes(name))
          .map((name) => (
            <li key={name} className={classes.pillar}>
              <div className={classes.head}>
                <h3>{words[name].title}</h3>
                <StatusBadge {...pillarStates[pillars[name].state]} />
              </div>
              <p className="muted">{pillars[name].configured ? words[name].about : words[name].missing}</p>
              <Receivers receivers={pillars[name].receivers} />
              {name === 'workflow_gateway' && pillars[name].configured && <Link to="/platform">Open the platform</Link>}
              <Console url={pillars[name].console_url} title={words[name].title} />
            </li>
          ))}
      </ul>
    </Section>
  );
}

function Receivers({ receivers }: Pick<Pillar, 'receivers'>) {
  return receivers.map(({ receiver, sent, dropped, last_success_at }) => (
    <p key={receiver} className="muted">
      <span className="mono">{receiver}</span> took {formatCount(sent)}
      {dropped > 0 && `, ${formatCount(dropped)} lost`}
      {last_success_at !== null && (
        <>
          , last <Instant at={last_success_at} />
        </>
      )}
    </p>
  ));
}

function Console({ url, title }: { url: string | null; title: string }) {
  if (url === null) return null;
  return (
    <a href={url} target="_blank" rel="noopener">
      Open in the observatory
      <Icon name="external" size={14} />
      <span className="visually-hidden">: {title}, in a new tab</span>
    </a>
  );
}

/** The contract names every pillar and no other. */
function namesOf(pillars: Pillars): (keyof Pillars)[] {
  return Object.keys(pillars) as (keyof Pillars)[];
}
