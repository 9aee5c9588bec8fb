import { type ChangeEvent, useId } from 'react';
import classes from './radio-cards.module.css';

interface RadioCardsProps {
  /** What is chosen: “Status”. */
  label: string;
  name: string;
  options: readonly { value: string; label: string; meaning: string }[];
  value: string;
  onChange(value: string): void;
  error?: string | undefined;
}

/** One of a few, each with what it means; the whole of a card is the target. */
export function RadioCards({ label, name, options, value, onChange, error }: RadioCardsProps) {
  const id = useId();
  const choose = (event: ChangeEvent<HTMLInputElement>) => onChange(event.currentTarget.value);
  return (
    <fieldset className={classes.choice} aria-describedby={error === undefined ? undefined : id}>
      <legend className={classes.legend}>{label}</legend>
      <div className={classes.cards}>
        {options.map((option) => (
          <label key={option.value} className={classes.card}>
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={choose}
              aria-describedby={`${id}${option.value}`}
            />
            <span>
              <span className={classes.name}>{option.label}</span>
              <span id={`${id}${option.value}`} className="muted" aria-hidden="true">
                {option.meaning}
              </span>
            </span>
          </label>
        ))}
      </div>
      {error !== undefined && (
        <p id={id} className={classes.error}>
          {error}
        </p>
      )}
    </fieldset>
  );
}
