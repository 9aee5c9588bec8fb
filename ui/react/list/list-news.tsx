import { Button } from '@mantine/core';
import { useRef } from 'react';
import { formatQuantity } from '../../format.ts';
import classes from './list-news.module.css';
import type { List } from './use-list.ts';

interface ListNewsButtonProps<Row> {
  list: List<Row>;
  /** What the rows are: “order”. */
  noun: string;
}

/** At the end of a Toolbar: says that the list has changed, and lays it out anew when the reader is ready. */
export function ListNewsButton<Row>({ list: { news }, noun }: ListNewsButtonProps<Row>) {
  const place = useRef<HTMLDivElement>(null);
  const show = () => {
    news?.show();
    // The button goes; the keyboard goes on from here, into the list.
    place.current?.focus({ preventScroll: true });
  };
  return (
    <div ref={place} className={classes.news} role="status" tabIndex={-1}>
      {news?.hasMoved && (
        <Button variant="default" className={classes.button ?? ''} onClick={show}>
          {news.newCount > 0 ? `Show ${formatQuantity(news.newCount, `new ${noun}`)}` : 'Show what has changed'}
        </Button>
      )}
    </div>
  );
}
