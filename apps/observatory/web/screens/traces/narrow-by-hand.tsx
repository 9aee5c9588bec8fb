import { Button, TextInput } from '@mantine/core';
import type { FormEvent } from 'react';
import { instantMs } from './asked-traces.ts';
import classes from './found-traces.module.css';
import type { ChosenPart } from './lay-out-points.ts';
import { milliseconds } from './milliseconds.ts';
import type { SearchValues } from './search-names.ts';

interface NarrowByHandProps {
  values: SearchValues;
  onChoose(part: ChosenPart): void;
}

const minuteMs = 60_000;

/** The same as a drag over the picture, in figures: for who has no mouse, or knows the minute. */
export function NarrowByHand({ values, onChoose }: NarrowByHandProps) {
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = new FormData(event.currentTarget);
    const read = (name: string) => String(typed.get(name) ?? '');
    const moment = (name: string) => Date.parse(read(name)) || undefined;
    const duration = (name: string) => milliseconds(read(name));
    onChoose({ fromMs: moment('from'), toMs: moment('to'), minMs: duration('least'), maxMs: duration('most') });
  };
  const key = [values.from, values.to, values.trace_min, values.trace_max].join(' ');
  return (
    <details className={classes.hand}>
      <summary>Narrow by time and duration</summary>
      <form key={key} className={classes.form} onSubmit={submit}>
        <TextInput name="from" type="datetime-local" step={1} label="Began after" defaultValue={localOf(values.from)} />
        <TextInput name="to" type="datetime-local" step={1} label="Began before" defaultValue={localOf(values.to)} />
        <TextInput name="least" label="Took at least, ms" inputMode="decimal" defaultValue={values.trace_min ?? ''} />
        <TextInput name="most" label="Took at most, ms" inputMode="decimal" defaultValue={values.trace_max ?? ''} />
        <Button type="submit" variant="default">
          Narrow
        </Button>
      </form>
    </details>
  );
}

/** A moment as the field wants it: the time on the reader's clock. */
function localOf(text: string | undefined): string {
  const ms = instantMs(text);
  if (ms === undefined) return '';
  return new Date(ms - new Date(ms).getTimezoneOffset() * minuteMs).toISOString().slice(0, 19);
}
