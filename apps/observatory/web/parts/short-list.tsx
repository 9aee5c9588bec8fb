import { Button } from '@mantine/core';
import { DataList } from '@octo/ui/react/list/data-list.tsx';
import type { DataListProps } from '@octo/ui/react/list/data-list-props.ts';
import { listOf } from '@octo/ui/react/list/use-list.ts';
import { useState } from 'react';

interface ShortListProps<Row> extends Omit<DataListProps<Row>, 'list'> {
  rows: readonly Row[];
  /** So many are shown until somebody asks for all. */
  most: number;
  /** What they are, as in “Show all 34 tables”. */
  noun: string;
}

/** The beginning of a list, and all of it on demand. */
export function ShortList<Row>({ rows, most, noun, ...list }: ShortListProps<Row>) {
  const [showsAll, setShowsAll] = useState(false);
  const isLong = rows.length > most;
  return (
    <>
      <DataList {...list} list={listOf(isLong && !showsAll ? rows.slice(0, most) : rows)} />
      {isLong && (
        <Button variant="subtle" aria-expanded={showsAll} onClick={() => setShowsAll(!showsAll)}>
          {showsAll ? `Show the first ${most} alone` : `Show all ${rows.length} ${noun}`}
        </Button>
      )}
    </>
  );
}
