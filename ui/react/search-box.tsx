import { TextInput } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useRef } from 'react';
import { Icon } from './icon.tsx';
import classes from './toolbar.module.css';
import { useTyped } from './use-typed.ts';

interface SearchBoxProps {
  /** “Search orders” */
  label: string;
  /** What it looks in: “Number, customer or e-mail”. */
  placeholder: string;
  value: string | undefined;
  onChange(value: string | undefined): void;
  /** Letters that it takes. */
  longest?: number;
}

/** Searches when typing pauses. The key / leads here from anywhere on the page, Escape empties it. One on a page. */
export function SearchBox({ label, placeholder, value = '', onChange, longest = 100 }: SearchBoxProps) {
  const input = useRef<HTMLInputElement>(null);
  useHotkeys([['/', () => input.current?.focus()]]);
  return (
    <TextInput
      ref={input}
      type="search"
      className={classes.search ?? ''}
      aria-label={label}
      placeholder={placeholder}
      aria-keyshortcuts="/"
      maxLength={longest}
      leftSection={<Icon name="search" size={16} />}
      {...useTyped(value, onChange)}
    />
  );
}
