import { NativeSelect } from '@mantine/core';
import { Link } from 'react-router';
import { sortOptions } from './column.ts';
import classes from './data-cards.module.css';
import type { RowsProps } from './data-list-props.ts';

/** A list on a phone: one line of thumb's height for each row. */
export function DataCards<Row>(props: RowsProps<Row>) {
  const { label, rows, rowKey, rowPath, card, more, mark } = props;
  return (
    <>
      <SortSelect {...props} />
      <ul className={classes.cards} aria-label={label}>
        {rows.map((row) => (
          <li key={rowKey(row)}>
            <div className={classes.line}>
              {rowPath ? (
                <Link to={rowPath(row)} className={classes.card}>
                  {card(row)}
                </Link>
              ) : (
                <div className={classes.card}>{card(row)}</div>
              )}
              {mark?.(row)}
            </div>
            {more && (
              <details className={classes.more}>
                <summary>Details</summary>
                {more(row)}
              </details>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

/** There are no headings to press on. */
function SortSelect<Row>({ columns, sorting }: Pick<RowsProps<Row>, 'columns' | 'sorting'>) {
  const options = sortOptions(columns);
  if (!sorting || options.length < 2) return null;
  const { value, fallback, onChange } = sorting;
  return (
    <NativeSelect
      className={classes.sort ?? ''}
      aria-label="Sort by"
      value={value ?? fallback}
      data={options}
      onChange={({ currentTarget }) => onChange(currentTarget.value === fallback ? undefined : currentTarget.value)}
    />
  );
}
