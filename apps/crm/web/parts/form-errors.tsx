import type { ApiProblem } from '../api/api-problem.ts';
import { focusField } from './focus-field.ts';
import classes from './form-errors.module.css';
import { formFaults } from './form-faults.ts';
import { ShortId } from './short-id.tsx';

interface FormErrorsProps {
  problem: ApiProblem | undefined;
  /** What the fields are called on the page, by their names on the wire. */
  labels?: Readonly<Record<string, string>>;
}

/** At the top of a form: what the server said to it, with a way to each field at fault. The fields say it again, see useForm. */
export function FormErrors({ problem, labels = {} }: FormErrorsProps) {
  if (!problem) return null;
  const { traceId, status } = problem;
  const { title, faults } = formFaults(problem);
  return (
    <div className="notice notice-bad" role="alert">
      <p className="notice-title">{title}</p>
      {faults.length > 0 && (
        <ul className={classes.fields}>
          {faults.map(({ field, message: fault }) => (
            <li key={field}>
              <button type="button" className={classes.field} onClick={() => focusField(field)}>
                {labels[field] ?? field}
              </button>{' '}
              {fault}
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
