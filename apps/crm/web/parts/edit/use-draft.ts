import { useEffect, useRef, useState } from 'react';
import { useLocation } from 'react-router';
import { useSession } from '../../session/session.ts';
import type { FieldValues } from './field-values.ts';
import type { Fields } from './use-fields.ts';

interface Draft {
  /** What the form was made from. */
  source: unknown;
  values: FieldValues;
}

/** By person and address. In memory only: whoever closes the page is asked by the browser. */
const drafts = new Map<string, Draft>();

/** What was typed here when the form went away unasked, as it does when the session has ended: for the same person alone. */
export function useKeptDraft<Source, Values extends FieldValues>(): { source: Source; values: Values } | undefined {
  const [draft] = useState(drafts.get(useDraftKey()));
  return draft && asTyped(draft);
}

/** Keeps what is typed when the form goes away. `source` is what the form was made from. */
export function useDraftKeeping<Values extends FieldValues>(fields: Fields<Values>, source: unknown): void {
  const key = useDraftKey();
  const latest = useRef({ fields, source });
  useEffect(() => {
    latest.current = { fields, source };
  });
  useEffect(() => {
    drafts.delete(key);
    return () => {
      const { fields, source } = latest.current;
      if (fields.hasChanges()) drafts.set(key, { source, values: fields.values });
    };
  }, [key]);
}

function useDraftKey(): string {
  const { user_id } = useSession();
  const { pathname } = useLocation();
  return `${user_id} ${pathname}`;
}

/** The same address has the same form, made from the same kind of thing. */
function asTyped<Source, Values extends FieldValues>({ source, values }: Draft): { source: Source; values: Values } {
  return { source: source as Source, values: values as Values };
}
