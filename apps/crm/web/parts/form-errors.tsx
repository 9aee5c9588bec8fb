import type { ApiProblem } from '@octo/ui/react/api/api-problem.ts';
import { ShortId } from '@octo/ui/react/short-id.tsx';
import { useEffect, useRef } from 'react';
import { focusField } from './focus-field.ts';
import classes from './form-errors.module.css';
import { formFaults } from './form-faults.ts';

interface FormErrorsProps {
  problem: ApiProblem | undefined;
  /** What the fields are called on the page, by their names on the wire. */
  labels?: Readonly<Record<string, string>>;
}

/** At the top of a form: what the server said to it, with a way to each field at fault. The fields say it again, see useForm. */
export function FormErrors({ problem, labels = {} }: FormErrorsProps) {
  const notice = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Where no field gets the focus, the button may be far below.
    if (problem?.fields.length === 0) notice.current?.scrollIntoView({ block: 'nearest' });
  }, [problem]);
  if (!problem) return null;
  const { traceId, status } = problem;
  const { title, faults } = formFaults(problem);
  return (
    <div ref={notice} className="notice notice-bad" role="alert">
      <p className="notice-title">{title}</p>
      {faults.length > 0 && (
        <ul>
          {faults.map(({ field, message: fault }) => (
            <li key={field}>
              <button type="button" className={classes.field} onClick={() => focusField(field)}>
                <span className={classes.label}>{labels[field] ?? field}</span> {fault}
              </button>
            </li>
          ))}
        </ul>
      )}
      {status >= 500 && traceId !== undefined && (
        <p>
          Trace <ShortId id={traceId} label="trace id" length={12} />
        </p>
      )}
    </div>
  );
}
