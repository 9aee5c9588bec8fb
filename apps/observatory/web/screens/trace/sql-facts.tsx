import type { Attributes } from '@octo/contracts/observatory.ts';
import { attributeNames } from '@octo/platform/telemetry/names/attributes.ts';
import { formatCount, formatMilliseconds } from '@octo/ui/format.ts';
import { formatSql } from '@octo/ui/format-sql.ts';
import { Facts } from '@octo/ui/react/facts.tsx';
import { ShortId } from '@octo/ui/react/short-id.tsx';
import { Link } from 'react-router';
import { sessionPath, sqlIdPath } from '../../paths.ts';
import classes from './sql-facts.module.css';

const sqlIdLength = 13;

/** A statement as it was sent, and what the database did with it. */
export function SqlFacts({ attributes }: { attributes: Attributes }) {
  const statement = attributes[attributeNames.statement];
  if (typeof statement !== 'string') return null;
  const sqlId = attributes[attributeNames.sqlId];
  return (
    <section aria-label="SQL" className={classes.sql}>
      <h3>SQL</h3>
      <pre className={classes.statement}>
        <code>{formatSql(statement)}</code>
      </pre>
      <Facts
        facts={[
          [
            'SQL id',
            typeof sqlId === 'string' ? (
              <>
                <ShortId id={sqlId} label="SQL id" length={sqlIdLength} />{' '}
                <Link to={sqlIdPath(sqlId)}>Its statement</Link>
              </>
            ) : null,
          ],
          ['Query', textOf(attributes[attributeNames.query])],
          ['Rows', countOf(attributes[attributeNames.rows])],
          ['Waited for a connection', waitOf(attributes[attributeNames.connectionWaitMs])],
          ['Database session', sessionOf(attributes[attributeNames.backendPid])],
          ['Database', textOf(attributes[attributeNames.database])],
        ]}
      />
    </section>
  );
}

/** The process of the database that did it; it may be at work for somebody else by now. */
function sessionOf(value: unknown) {
  const pid = textOf(value);
  return (
    pid && (
      <Link to={sessionPath(pid)} className={classes.session}>
        {pid}
      </Link>
    )
  );
}

function textOf(value: unknown): string | undefined {
  return value === undefined || value === null ? undefined : String(value);
}

function countOf(value: unknown): string | undefined {
  return typeof value === 'number' ? formatCount(value) : undefined;
}

function waitOf(value: unknown): string | undefined {
  return typeof value === 'number' ? formatMilliseconds(value) : undefined;
}
