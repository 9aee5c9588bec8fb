import type { Scatter } from '@octo/contracts/observatory.ts';
import { formatCount } from '@octo/ui/format.ts';
import classes from './found-traces.module.css';
import type { SearchName, SearchValues } from './search-names.ts';
import { useNarrowing } from './use-narrowing.ts';

/** What the found traces are: a value narrows to itself, and widens again. */
export function Facets({ scatter, values }: { scatter: Scatter; values: SearchValues }) {
  return (
    <div className={classes.facets}>
      <Facet title="Services" name="service" counts={scatter.services} values={values} />
      <Facet title="Began with" name="q" counts={scatter.names} values={values} />
    </div>
  );
}

interface FacetProps {
  title: string;
  name: SearchName;
  counts: Scatter['names'];
  values: SearchValues;
}

const fewest = 2;
const shown = 8;

function Facet({ title, name, counts, values }: FacetProps) {
  const { toggle } = useNarrowing();
  if (counts.length < fewest && counts.every(({ value }) => value !== values[name])) return null;
  return (
    <fieldset className={classes.facet}>
      <legend>{title}</legend>
      {counts.slice(0, shown).map(({ value, count }) => (
        <button
          key={value}
          type="button"
          className={classes.value}
          aria-pressed={values[name] === value}
          onClick={() => toggle(name, value)}
        >
          {value} <span className="muted number">{formatCount(count)}</span>
        </button>
      ))}
    </fieldset>
  );
}
