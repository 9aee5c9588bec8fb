import { asApiProblem } from '@octo/ui/react/api/api-problem.ts';
import { useMutation } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import type { Faults, FieldValues } from './field-values.ts';
import { useDraftKeeping, useKeptDraft } from './use-draft.ts';
import { type Fields, useFields } from './use-fields.ts';
import { tellOfLostRight } from './use-saving.ts';

interface AdditionOptions<Added, Values extends FieldValues> {
  blank: Values;
  check(values: Values): Faults<Values>;
  send(values: Values): Promise<Added>;
  /** Goes on from there: the form is blank again. */
  onAdded(added: Added): void;
}

/** A form and its button. */
export interface Addition<Values extends FieldValues> extends Fields<Values> {
  isBusy: boolean;
  /** What was typed before the session ended stands in the form again. */
  isRestored: boolean;
  submit(event?: FormEvent): void;
}

/** The form for something that there is not yet. */
export function useAddition<Added, Values extends FieldValues>(
  options: AdditionOptions<Added, Values>,
): Addition<Values> {
  const { blank, check, send, onAdded } = options;
  const draft = useKeptDraft<undefined, Values>();
  const fields = useFields({ initial: blank, typed: draft?.values, check });
  useDraftKeeping(fields, undefined);
  const { mutate, isPending } = useMutation({
    mutationFn: send,
    onSuccess: (added) => {
      fields.restart(blank);
      onAdded(added);
    },
    onError: (error) => {
      const problem = asApiProblem(error);
      if (!tellOfLostRight(problem)) fields.refuse(problem);
    },
  });
  return {
    ...fields,
    isBusy: isPending,
    isRestored: draft !== undefined,
    submit: (event) => {
      event?.preventDefault();
      if (!isPending && fields.isSound()) mutate(fields.values);
    },
  };
}
