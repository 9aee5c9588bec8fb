import { TextInput } from '@mantine/core';
import classes from './toolbar.module.css';
import { useTyped } from './use-typed.ts';

interface FilterTextProps {
  /** “Person” */
  label: string;
  /** What to type: “Username”. */
  placeholder: string;
  value: string | undefined;
  onChange(value: string | undefined): void;
}

/** Narrows a list to what is typed, beside the search. */
export function FilterText({ label, placeholder, value = '', onChange }: FilterTextProps) {
  return (
    <TextInput
      className={classes.filter ?? ''}
      aria-label={label}
      placeholder={placeholder}
      maxLength={100}
      autoCapitalize="none"
      spellCheck={false}
      {...useTyped(value, onChange)}
    />
  );
}
