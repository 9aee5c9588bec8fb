import { NativeSelect } from '@mantine/core';
import toolbar from '@octo/ui/react/toolbar.module.css';
import { windowOf, windows } from './windows.ts';

interface WindowSelectProps {
  minutes: number | undefined;
  onChange(minutes: number | undefined): void;
  /** Offers no limit too, under this name: “Any time”. */
  anyLabel?: string;
}

export function WindowSelect({ minutes, onChange, anyLabel }: WindowSelectProps) {
  const any = anyLabel === undefined ? [] : [{ value: '', label: anyLabel }];
  return (
    <NativeSelect
      className={toolbar.filter ?? ''}
      aria-label="Time window"
      value={minutes ?? ''}
      data={[...any, ...windows.map(({ minutes, label }) => ({ value: String(minutes), label }))]}
      onChange={({ currentTarget }) => onChange(windowOf(currentTarget.value))}
    />
  );
}
