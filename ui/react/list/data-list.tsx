import { Button } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { Failure } from '../failure.tsx';
import { DataCards } from './data-cards.tsx';
import classes from './data-list.module.css';
import type { DataListProps } from './data-list-props.ts';
import { DataTable } from './data-table.tsx';
import { ListSkeleton } from './list-skeleton.tsx';
import type { List } from './use-list.ts';

/** A list as a table, on a phone as lines of what matters, with everything that can be the matter with it. */
export function DataList<Row>(props: DataListProps<Row>) {
  const { label, list, columns, empty } = props;
  const isPhone = useMediaQuery('(width < 48em)', false, { getInitialValueInEffect: false });
  const { rows, problem } = list;
  if (rows === undefined && problem) return <Failure problem={problem} onRetry={list.retry} />;
  if (rows === undefined) return <ListSkeleton label={label} columns={columns} isPhone={isPhone} />;
  // A search that found nothing so far, and can go on, is not one that found nothing.
  if (rows.length === 0 && !list.hasMore) return empty;
  return (
    <div className={classes.list} aria-busy={list.isStale}>
      {rows.length > 0 && (isPhone ? <DataCards {...props} rows={rows} /> : <DataTable {...props} rows={rows} />)}
      <ListEnd list={list} />
    </div>
  );
}

function ListEnd<Row>({ list: { problem, hasMore, isLoadingMore, loadMore, retry } }: { list: List<Row> }) {
  if (problem) return <Failure problem={problem} onRetry={retry} />;
  if (!hasMore) return null;
  return (
    <div className={classes.end}>
      <Button variant="default" loading={isLoadingMore} onClick={loadMore}>
        Load more
      </Button>
    </div>
  );
}
