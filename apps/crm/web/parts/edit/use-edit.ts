import { type FormEvent, useEffect, useRef, useState } from 'react';
import { toast } from '../toast.ts';
import { changedFields, type Faults, type FieldValues, isSame } from './field-values.ts';
import type { Addition } from './use-addition.ts';
import { useDraftKeeping, useKeptDraft } from './use-draft.ts';
import { useFields } from './use-fields.ts';
import { useSaving, type Versioned } from './use-saving.ts';

interface EditOptions<Saved extends Versioned, Values extends FieldValues> {
  /** As the server told it last. */
  saved: Saved;
  toValues(saved: Saved): Values;
  check(values: Values): Faults<Values>;
  /** Whether a person has to confirm this change first. */
  needsConsent?(changed: Partial<Values>): boolean;
  /** Saves the fields that were changed, on top of a version. */
  send(changed: Partial<Values>, version: number): Promise<Saved>;
  onSaved(saved: Saved): void;
}

export interface Edit<Saved extends Versioned, Values extends FieldValues> extends Addition<Values> {
  /** Waits for a person to confirm. */
  isAsking: boolean;
  consent(): void;
  decline(): void;
  /** What somebody else saved meanwhile, until the person has chosen. */
  conflict: { mine: Values; base: Values; theirs: Saved } | undefined;
  keepMine(): void;
  takeTheirs(): void;
  goBack(): void;
}

/** The edit of something that others may edit at the same time. Only what was changed is sent. */
export function useEdit<Saved extends Versioned, Values extends FieldValues>(
  options: EditOptions<Saved, Values>,
): Edit<Saved, Values> {
  const { fields, base, changed, startFrom, isRestored } = useBase(options);
  const [theirs, setTheirs] = useState<Saved>();
  const [isAsking, setAsking] = useState(false);
  const sentLast = useRef<Values>(undefined);
  const takeOver = (newest: Saved, sent?: Values) => {
    setTheirs(undefined);
    startFrom(newest, sent);
    options.onSaved(newest);
  };
  const { save, isBusy } = useSaving<Saved>({
    send: (version) => {
      sentLast.current = fields.values;
      return options.send(changed, version);
    },
    onSaved: (newest) => takeOver(newest, sentLast.current),
    onConflict: setTheirs,
    onRefused: (problem) => {
      setTheirs(undefined);
      fields.refuse(problem);
    },
    onSettled: () => setAsking(false),
  });
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    if (!fields.isSound()) return;
    if (Object.keys(changed).length === 0) toast({ tone: 'info', title: 'Nothing was changed' });
    else if (options.needsConsent?.(changed)) setAsking(true);
    else save(base.version);
  };
  return {
    ...fields,
    isBusy,
    isRestored,
    submit,
    isAsking,
    consent: () => save(base.version),
    decline: () => setAsking(false),
    conflict: theirs && { mine: fields.values, base: options.toValues(base), theirs },
    keepMine: () => theirs && save(theirs.version),
    takeTheirs: () => theirs && takeOver(theirs),
    goBack: () => setTheirs(undefined),
  };
}

/** The fields, and the version that they were made from: a newer one takes its place while nothing is typed. */
function useBase<Saved extends Versioned, Values extends FieldValues>(options: EditOptions<Saved, Values>) {
  const { saved, toValues, check } = options;
  const draft = useKeptDraft<Saved, Values>();
  const [base, setBase] = useState(draft?.source ?? saved);
  const fields = useFields({ initial: toValues(base), typed: draft?.values, check });
  useDraftKeeping(fields, base);
  const startFrom = (newest: Saved, sent?: Values) => {
    setBase(newest);
    fields.restart(toValues(newest), sent);
  };
  useEffect(() => {
    if (saved.version > base.version && isSame(toValues(base), fields.values)) startFrom(saved);
  });
  const changed = changedFields(toValues(base), fields.values);
  return { fields, base, changed, startFrom, isRestored: draft !== undefined };
}
