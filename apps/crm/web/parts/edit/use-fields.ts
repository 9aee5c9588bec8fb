import type { ApiProblem } from '@octo/ui/react/api/api-problem.ts';
import { type ChangeEvent, useEffect, useRef, useState } from 'react';
import { fieldFaults } from '../field-faults.ts';
import { focusField } from '../focus-field.ts';
import { changedFields, type Faults, type FieldValues, isSame } from './field-values.ts';
import { toProblem } from './to-problem.ts';

type Typed = ChangeEvent<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>;
type Names<Values extends FieldValues> = keyof Values & string;

export interface Fields<Values extends FieldValues> {
  values: Values;
  /** Whether somebody would lose something. */
  isChanged: boolean;
  /** The same at this very moment, for who is asked between two drawings. */
  hasChanges(): boolean;
  /** Why it was not saved. */
  problem: ApiProblem | undefined;
  /** Props of an input, a text area or a native select. */
  text(name: Names<Values>): { name: string; value: string; error: string | undefined; onChange(event: Typed): void };
  /** Props of a control that hands out its value. */
  choice(name: Names<Values>): {
    name: string;
    value: string;
    error: string | undefined;
    onChange(value: string): void;
  };
  /** Props of a switch. */
  toggle(name: Names<Values>): { name: string; checked: boolean; onChange(event: ChangeEvent<HTMLInputElement>): void };
  /** Whether what was typed can be sent; if not, says what is wrong with it. */
  isSound(): boolean;
  /** Says what is wrong, at the top and beside the fields, and goes to the first of them. */
  refuse(problem: ApiProblem): void;
  /** Starts again from other values: nothing wrong, and nothing typed but what came after the values that were sent. */
  restart(values: Values, sent?: Values): void;
}

interface FieldsOptions<Values extends FieldValues> {
  /** Where the fields start. */
  initial: Values;
  /** What is typed already. */
  typed?: Values | undefined;
  /** What can be said before anything is sent. */
  check(values: Values): Faults<Values>;
}

interface State<Values extends FieldValues> {
  initial: Values;
  values: Values;
  faults: Readonly<Record<string, string>>;
  problem: ApiProblem | undefined;
}

/** The fields of a form, which keep what was typed through every error. */
export function useFields<Values extends FieldValues>(options: FieldsOptions<Values>): Fields<Values> {
  const { initial, typed = initial, check } = options;
  const [state, setState] = useState<State<Values>>({ initial, values: typed, faults: {}, problem: undefined });
  const { values, faults, problem } = state;
  const isChanged = !isSame(state.initial, values);
  const changed = useRef(isChanged);
  useEffect(() => {
    changed.current = isChanged;
  });
  const set = (name: string, value: string | boolean) =>
    setState((now) => ({ ...now, values: { ...now.values, [name]: value }, faults: { ...now.faults, [name]: '' } }));
  // When the form says what is wrong, so that what it says moves nothing away afterwards.
  useEffect(() => {
    const [first] = problem?.fields ?? [];
    if (first) focusField(first.field);
  }, [problem]);
  const refuse = (reason: ApiProblem) => setState((now) => ({ ...now, problem: reason, faults: fieldFaults(reason) }));
  const about = (name: string) => ({ name, value: String(values[name]), error: faults[name] || undefined });
  return {
    values,
    isChanged,
    hasChanges: () => changed.current,
    problem,
    text: (name) => ({ ...about(name), onChange: (event) => set(name, event.currentTarget.value) }),
    choice: (name) => ({ ...about(name), onChange: (value) => set(name, value) }),
    toggle: (name) => ({
      name,
      checked: values[name] === true,
      onChange: (event) => set(name, event.currentTarget.checked),
    }),
    isSound: () => {
      const found = toProblem(check(values));
      if (found) refuse(found);
      else setState((now) => ({ ...now, problem: undefined, faults: {} }));
      return found === undefined;
    },
    refuse,
    restart: (to, sent) => {
      changed.current = false;
      setState((now) => {
        const typedSince = sent && changedFields(sent, now.values);
        return { initial: to, values: { ...to, ...typedSince }, faults: {}, problem: undefined };
      });
    },
  };
}
