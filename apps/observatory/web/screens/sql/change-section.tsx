import { Button } from '@mantine/core';
import type { listStatementChanges, StatementChange } from '@octo/contracts/insight-statements.ts';
import { formatCount, formatMilliseconds, formatQuantity } from '@octo/ui/format.ts';
import { Answer } from '@octo/ui/react/answer.tsx';
import type { AnswerOf } from '@octo/ui/react/api/endpoint-types.ts';
import { Instant } from '@octo/ui/react/instant.tsx';
import { CardLines } from '@octo/ui/react/list/card-lines.tsx';
import type { Column } from '@octo/ui/react/list/column.ts';
import { DataList } from '@octo/ui/react/list/data-list.tsx';
import { listOf } from '@octo/ui/react/list/use-list.ts';
import { Section } from '@octo/ui/react/section.tsx';
import { SectionSkeleton } from '@octo/ui/react/section-skeleton.tsx';
import { StatusBadge } from '@octo/ui/react/status-badge.tsx';
import type { Status } from '@octo/ui/react/statuses.ts';
import { type ReactNode, useState } from 'react';
import { useStatementChanges } from '../../api/use-database.ts';
import { StatementCell } from '../../parts/statement-cell.tsx';
import { statementTitle } from '../../parts/statement-text.ts';
import { statementPath } from '../../paths.ts';

interface Change extends StatementChange {
  kind: 'slower' | 'plan' | 'new';
}

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
  { key: 'from', title: 'What is different', cell: wordsOf },
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
  const [showsAll, setShowsAll] = useState(false);
  return (
    <Answer query={useStatementChanges(minutes)} skeleton={<SectionSkeleton title="What has changed" lines={4} />}>
      {(answer) => {
        const changes = changesOf(answer);
        const isCut = !showsAll && changes.length > usualCount;
        return (
          <Section title="What has changed" aside={<Baseline from={answer.baselineFrom} />}>
            <DataList
              label="Changes"
              list={listOf(isCut ? changes.slice(0, usualCount) : changes)}
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
            {isCut && (
              <Button variant="subtle" onClick={() => setShowsAll(true)}>
                Show all {changes.length} changes
              </Button>
            )}
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

function Baseline({ from }: { from: string | null }) {
  if (from === null) return <>There is nothing before this window to compare with</>;
  return (
    <>
      Compared with all since <Instant at={from} />
    </>
  );
}
