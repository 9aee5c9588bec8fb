import { formatCount, formatMilliseconds } from '@octo/ui/format.ts';
import { Answer } from '@octo/ui/react/answer.tsx';
import type { ListParams } from '@octo/ui/react/list/use-list-params.ts';
import { Section } from '@octo/ui/react/section.tsx';
import { SectionSkeleton } from '@octo/ui/react/section-skeleton.tsx';
import { type StatementOrder, useStatements } from '../../api/use-database.ts';
import { ShortList } from '../../parts/short-list.tsx';
import { statementPath } from '../../paths.ts';
import { StatementCard, statementColumns } from './statement-columns.tsx';

interface StatementSectionProps {
  params: ListParams<'minutes' | 'sort_by'>;
  minutes: number;
}

const usualCount = 12;
const orders: readonly StatementOrder[] = ['time', 'calls', 'rows', 'reads', 'meanTime', 'p95'];

/** The costliest statements of the window. */
export function StatementSection({ params: { values, set }, minutes }: StatementSectionProps) {
  const by = orders.find((order) => order === values.sort_by) ?? 'time';
  const sorting = { value: by, fallback: 'time', onChange: (value: string | undefined) => set('sort_by', value) };
  return (
    <Answer query={useStatements(minutes, by)} skeleton={<SectionSkeleton title="Costliest statements" lines={10} />}>
      {({ statements, total, gaps }) => (
        <Section
          title="Costliest statements"
          aside={
            total && (
              <span>
                {formatMilliseconds(total.elapsedMs)} in {formatCount(total.calls)} calls
                {gaps.length > 0 && ', without the time in which nobody looked'}
              </span>
            )
          }
        >
          <ShortList
            label="Statements"
            name="statements"
            rows={statements}
            most={usualCount}
            noun="statements"
            columns={statementColumns(total?.elapsedMs ?? 0)}
            sorting={sorting}
            rowKey={({ statementId }) => statementId}
            rowPath={({ statementId }) => statementPath(statementId, minutes)}
            card={(statement) => <StatementCard statement={statement} />}
            empty={<p className="muted">Nothing was run in this time, or the first minute is not over yet.</p>}
          />
        </Section>
      )}
    </Answer>
  );
}
