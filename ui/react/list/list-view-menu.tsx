import { Checkbox, Popover } from '@mantine/core';
import { Icon } from '../icon.tsx';
import type { Column } from './column.ts';
import { type ListView, withColumn } from './list-view.ts';
import classes from './list-view-menu.module.css';

interface ListViewMenuProps<Row> {
  columns: readonly Column<Row>[];
  view: ListView;
  onChange(view: ListView): void;
}

/** At the end of the head of a table: which columns it has, and how high its lines are. */
export function ListViewMenu<Row>({ columns, view, onChange }: ListViewMenuProps<Row>) {
  return (
    <Popover position="bottom-end" shadow="md" trapFocus returnFocus withinPortal={false}>
      <Popover.Target>
        <button type="button" className={classes.button} aria-label="Columns and density">
          <Icon name="columns" size={16} />
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label="Columns and density">
        <fieldset className={classes.choices}>
          <legend>Columns</legend>
          {columns.slice(1).map(({ key, title }) => (
            <Checkbox
              key={key}
              label={title}
              checked={!view.hidden.includes(key)}
              onChange={({ currentTarget }) => onChange(withColumn(view, key, currentTarget.checked))}
            />
          ))}
        </fieldset>
        <fieldset className={classes.choices}>
          <legend>Density</legend>
          <Checkbox
            label="Compact lines"
            checked={view.isDense}
            onChange={({ currentTarget }) => onChange({ ...view, isDense: currentTarget.checked })}
          />
        </fieldset>
      </Popover.Dropdown>
    </Popover>
  );
}
