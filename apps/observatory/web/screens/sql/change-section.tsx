import type { listStatementChanges, StatementChange } from '@octo/contracts/insight-statements.ts';
import { formatCount, formatMilliseconds, formatQuantity } from '@octo/ui/format.ts';
import { Answer } from '@octo/ui/react/answer.tsx';
import type { AnswerOf } from '@octo/ui/react/api/endpoint-types.ts';
import { Instant } from '@octo/ui/react/instant.tsx';
import { CardLines } from '@octo/ui/react/list/card-lines.tsx';
import type { Column } from '@octo/ui/react/list/column.ts';
import { Section } from '@octo/ui/react/section.tsx';
import { SectionSkeleton } from '@octo/ui/react/section-skeleton.tsx';
import { StatusBadge } from '@octo/ui/react/status-badge.tsx';
import type { Status } from '@octo/ui/react/statuses.ts';
import type { ReactNode } from 'react';
import { useStatementChanges } from '../../api/use-database.ts';
import { ShortList } from '../../parts/short-list.tsx';
import { StatementCell } from '../../parts/statement-cell.tsx';
import { statementTitle } from '../../parts/statement-text.ts';
import { statementPath } from '../../paths.ts';

interface Change extends StatementChange {
  kind: 'slower' | 'plan' | 'new';
}

const title = 'What has changed';
const usualCount = 8;
const shownHash = 8;

const kinds: Readonly<Record<Change['kind'], Status>> = {
  slower: { label: 'Slower', tone: 'bad' },
  plan: { label: 'Other plan', tone: 'warn' },
  new: { label: 'New', tone: 'info' },
};

const columns: Column<Change>[] = [
  { key: 'statement', title: 'Statement', cell: ({ statement }) => <StatementCell text={statement.text} isTitled /> },
  { key: 'kind', title: 'Change', cell: ({ kind }) => <StatusBadge {...kinds[kind]} />, isShort: true },
  { key: 'from', title: 'What is different', cell: wordsOf, isShort: true },
  {
    key: 'calls',
    title: 'Calls since',
    align: 'end',
    cell: ({ statement }) => formatCount(statement.calls),
    leaveOut: 2,
  },
];

/** What the window has that all time before it had not: the slower ones first. */
export function ChangeSection({ minutes }: { minutes: number }) {
  return (
    <Answer query={useStatementChanges(minutes)} skeleton={<SectionSkeleton title={title} lines={4} />}>
      {(answer) => {
        if (answer.baselineFrom === null) return <NothingBefore />;
        return (
          <Section title={title} aside={<Since at={answer.baselineFrom} />}>
            <ShortList
              label="Changes"
              rows={changesOf(answer)}
              most={usualCount}
              noun="changes"
              columns={columns}
              rowKey={({ kind, statement }) => `${kind} ${statement.statementId}`}
              rowPath={({ statement }) => statementPath(statement.statementId, minutes)}
              card={(change) => (
                <CardLines
                  title={statementTitle(change.statement.text)}
                  about={[wordsOf(change), formatQuantity(change.statement.calls, 'call')]}
                  badge={<StatusBadge {...kinds[change.kind]} />}
                />
              )}
              empty={<p className="muted">No statement is new, slower, or done another way than before.</p>}
            />
          </Section>
        );
      }}
    </Answer>
  );
}

function changesOf({ regressed, planChanged, fresh }: AnswerOf<typeof listStatementChanges>): Change[] {
  const as = (kind: Change['kind']) => (change: StatementChange) => ({ ...change, kind });
  return [...regressed.map(as('slower')), ...planChanged.map(as('plan')), ...fresh.map(as('new'))];
}

function wordsOf({ kind, statement, meanMsBefore, planHashBefore, firstSeenAt }: Change): ReactNode {
  if (kind === 'slower')
    return `${formatMilliseconds(statement.meanMs)} per call, ${formatMilliseconds(meanMsBefore ?? 0)} before`;
  if (kind === 'plan')
    return (
      <span className="mono">
        {statement.planHash?.slice(0, shownHash)}, before {planHashBefore?.slice(0, shownHash)}
      </span>
    );
  return (
    <>
      First seen <Instant at={firstSeenAt} />
    </>
  );
}

function Since({ at }: { at: string }) {
  return (
    <>
      Compared with all since <Instant at={at} />
    </>
  );
}

/** Without a time before, all would be new. */
function NothingBefore() {
  return (
    <Section title={title}>
      <p className="muted">
        The database was not watched before this window, so there is nothing to compare with. A shorter window may have
        something before it.
      </p>
    </Section>
  );
}
