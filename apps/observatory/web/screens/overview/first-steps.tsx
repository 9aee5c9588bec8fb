import type { OverviewPages } from '@octo/contracts/observatory-overview.ts';
import { Icon } from '@octo/ui/react/icon.tsx';
import { Section } from '@octo/ui/react/section.tsx';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import classes from './first-steps.module.css';
import { originOf } from './origin-of.ts';

/** Before anybody has bought anything: what to do, and where to see what comes of it. */
export function FirstSteps({ pages }: { pages: OverviewPages }) {
  return (
    <Section title="Everything is watched, and nothing was bought yet">
      <ol className={classes.steps}>
        <Step title="Buy a drone" about="It takes a minute, and no money.">
          <Elsewhere origin={originOf(pages, 'shop', location.hostname)} title="The shop" />
        </Step>
        <Step title="See what it set off" about="From the click in the browser to each SQL statement.">
          <Link to="/traces">Its trace</Link>
          <Link to="/topology">Who called whom</Link>
        </Step>
        <Step
          title="Look at it as an operator"
          about="On the page of the order in the CRM the key x opens the story behind it."
        >
          <Elsewhere origin={originOf(pages, 'crm', location.hostname)} title="The CRM" />
        </Step>
      </ol>
      <p className="muted">Orders, revenue and what was lost stand on this page within ten seconds.</p>
    </Section>
  );
}

interface StepProps {
  title: string;
  about: string;
  /** Where it is done. */
  children: ReactNode;
}

function Step({ title, about, children }: StepProps) {
  return (
    <li>
      <strong>{title}</strong>
      <span>{about}</span>
      <span className={classes.links}>{children}</span>
    </li>
  );
}

function Elsewhere({ origin, title }: { origin: string | undefined; title: string }) {
  if (origin === undefined) return null;
  return (
    <a href={origin} target="_blank" rel="noopener">
      {title} <Icon name="external" size={14} />
    </a>
  );
}
