import { Button } from '@mantine/core';
import { formatMilliseconds, formatQuantity, formatShare } from '@octo/ui/format.ts';
import { Answer } from '@octo/ui/react/answer.tsx';
import { asApiProblem } from '@octo/ui/react/api/api-problem.ts';
import { Section } from '@octo/ui/react/section.tsx';
import { SectionSkeleton } from '@octo/ui/react/section-skeleton.tsx';
import { useMemo } from 'react';
import { Link } from 'react-router';
import { tracePath } from '../../paths.ts';
import { DifferenceTable } from './difference-table.tsx';
import classes from './median-comparison.module.css';
import { spanDifferences } from './span-differences.ts';
import { buildTree, type SpanNode, walk } from './trace-tree.ts';
import { useMedian } from './use-trace.ts';

interface MedianComparisonProps {
  traceId: string;
  roots: readonly SpanNode[];
  isOpen: boolean;
  onOpen(isOpen: boolean): void;
}

/** What is unusual about this trace: beside the one in the middle of those that began like it. */
export function MedianComparison({ isOpen, onOpen, ...trace }: MedianComparisonProps) {
  const button = (
    <Button variant="default" aria-expanded={isOpen} onClick={() => onOpen(!isOpen)}>
      {isOpen ? 'Put it away' : 'Compare'}
    </Button>
  );
  return (
    <div className={classes.comparison}>
      <Section title="Compared with the usual" aside={button}>
        {isOpen ? (
          <Comparison {...trace} />
        ) : (
          <p className="muted">Beside the trace of median duration among those that began like this one.</p>
        )}
      </Section>
    </div>
  );
}

function Comparison({ traceId, roots }: Pick<MedianComparisonProps, 'traceId' | 'roots'>) {
  const query = useMedian(traceId);
  if (query.error && asApiProblem(query.error).status === 404)
    return <p className="muted">No other trace began like this one within six hours of it, so there is no usual.</p>;
  return (
    <Answer query={query} skeleton={<SectionSkeleton title="Compared with the usual" lines={4} />}>
      {(answer) => <Differences roots={roots} {...answer} />}
    </Answer>
  );
}

type Found = NonNullable<ReturnType<typeof useMedian>['data']>;

function Differences({ roots, median, spans }: Found & { roots: readonly SpanNode[] }) {
  const differences = useMemo(() => spanDifferences(roots, buildTree(spans)), [roots, spans]);
  const isToldByBrowser = useMemo(() => [...walk(roots)].some(({ span }) => span.isUntrusted), [roots]);
  return (
    <>
      <p>
        {isToldByBrowser ? 'Without what its browser said, this one' : 'This one'} took{' '}
        {formatMilliseconds(median.ownDurationMs)}; <Link to={tracePath(median.traceId)}>the one in the middle</Link> of{' '}
        {formatQuantity(median.compared, 'other')} took {formatMilliseconds(median.durationMs)}, and 95% at most{' '}
        {formatMilliseconds(median.p95Ms)}. {formatShare(median.fasterShare)} of them were over sooner than this one.
      </p>
      <DifferenceTable differences={differences} />
    </>
  );
}
