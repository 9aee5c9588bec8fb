import { Button } from '@mantine/core';
import type { SloStatus } from '@octo/contracts/observatory-slos.ts';
import { formatCount } from '@octo/ui/format.ts';
import { Facts } from '@octo/ui/react/facts.tsx';
import { Instant } from '@octo/ui/react/instant.tsx';
import { Section } from '@octo/ui/react/section.tsx';
import { StatusBadge } from '@octo/ui/react/status-badge.tsx';
import { Link } from 'react-router';
import { budgetWords, burnWords, nearlyAll, sloStates, usedUpWords } from '../../parts/slo-words.ts';
import { alarmPath } from '../../paths.ts';
import { BurnTable } from './burn-table.tsx';
import classes from './slo-detail.module.css';

interface SloDetailProps {
  slo: SloStatus;
  measuredHours: number;
  onClose(): void;
}

/** What an objective is made of: its requests, its budget, and how fast that burns. */
export function SloDetail({ slo, measuredHours, onClose }: SloDetailProps) {
  const [fast, slow] = slo.alarmIds;
  return (
    <Section
      title={slo.title}
      aside={
        <Button variant="subtle" onClick={onClose}>
          Close
        </Button>
      }
    >
      <div className={classes.detail}>
        <Facts
          facts={[
            ['State', <StatusBadge key="state" {...sloStates[slo.state]} />],
            ['Promised', `${nearlyAll(slo.objective)} ${slo.promise}`],
            ['Was', <Was key="was" slo={slo} />],
            [`Error budget of ${measuredHours / 24} days`, budgetWords(slo.budgetLeft)],
            ['Burn now', `${burnWords(slo.burnNow)} over the last hour`],
            ['Used up', usedUpWords(slo.usedUpInHours)],
            ['Measured since', slo.measuredSince && <Instant at={slo.measuredSince} />],
          ]}
        />
        <div className={classes.burns}>
          <BurnTable burns={slo.burns} />
          <p>
            {fast !== undefined && <Link to={alarmPath(fast)}>Fast alarm</Link>}
            {slow !== undefined && <Link to={alarmPath(slow)}>Slow alarm</Link>}
          </p>
        </div>
      </div>
    </Section>
  );
}

function Was({ slo: { share, all, bad, traces } }: { slo: SloStatus }) {
  const words = `${formatCount(bad)} bad of ${formatCount(all)}`;
  return (
    <>
      {nearlyAll(share)} ({traces === null || bad === 0 ? words : <Link to={traces}>{words}</Link>})
    </>
  );
}
