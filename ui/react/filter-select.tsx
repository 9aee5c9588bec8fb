import { NativeSelect } from '@mantine/core';
import classes from './toolbar.module.css';

interface FilterSelectProps<Value extends string> {
  /** “Status” */
  label: string;
  /** When nothing is chosen: “Any status”. */
  anyLabel: string;
  options: readonly { value: Value; label: string }[];
  value: Value | undefined;
  onChange(value: Value | undefined): void;
}

/** Narrows a list to one of a few values. */
export function FilterSelect<Value extends string>({
  label,
  anyLabel,
  options,
  value,
  onChange,
}: FilterSelectProps<Value>) {
  return (
    <NativeSelect
      className={classes.filter ?? ''}
      aria-label={label}
      value={value ?? ''}
      data={[{ value: '', label: anyLabel }, ...options]}
      onChange={({ currentTarget }) => onChange(options.find((option) => option.value === currentTarget.value)?.value)}
    />
  );
}
