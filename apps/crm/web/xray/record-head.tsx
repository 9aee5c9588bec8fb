import type { XrayRecord } from '@octo/contracts/crm/xray.ts';
import { formatMoney } from '@octo/ui/format.ts';
import { Facts } from '@octo/ui/react/facts.tsx';
import { Link } from 'react-router';
import { Figure, Figures } from '../parts/figures.tsx';
import lines from './lines.module.css';
import classes from './record-head.module.css';

interface RecordHeadProps {
  record: XrayRecord;
  /** The trace that somebody chose. */
  traceId: string | undefined;
  isBeside: boolean;
}

/** What it is, and its money. */
export function RecordHead({ record, traceId, isBeside }: RecordHeadProps) {
  const { title, about, path, money, facts, kind, id } = record;
  // The page of a trace is called by its id already.
  const Title = isBeside ? 'h3' : 'h2';
  return (
    <div className={classes.head}>
      {(isBeside || kind !== 'trace') && <Title className={classes.title}>{title}</Title>}
      <p className={lines.about}>
        {about !== null && <span>{about}</span>}
        {path !== null && <Link to={path}>Its page</Link>}
        {isBeside && <Link to={storyPath(kind, id, traceId)}>This story as a page</Link>}
      </p>
      {money.length > 0 && (
        <Figures>
          {money.map(({ label, amount, currency }) => (
            <Figure key={label} label={label}>
              {formatMoney(amount, currency)}
            </Figure>
          ))}
        </Figures>
      )}
      {facts.length > 0 && <Facts facts={facts.map(({ label, value }) => [label, value] as const)} />}
    </div>
  );
}

function storyPath(kind: string, id: string, traceId: string | undefined): string {
  return traceId === undefined ? `/xray/${kind}/${id}` : `/xray/${kind}/${id}?trace=${traceId}`;
}
