import type { Attributes } from '@octo/contracts/observatory.ts';
import { Icon } from '@octo/ui/react/icon.tsx';
import { Link } from 'react-router';
import { tracesPath } from '../paths.ts';
import { meaningOf } from './attribute-meaning.ts';
import classes from './attribute-table.module.css';
import { attributeText, searchText } from './attribute-text.ts';

interface AttributeTableProps {
  attributes: Attributes;
  /** Whether each leads to the traces that have it. */
  isSearchable?: boolean;
}

/** Names and values in the order of their names. */
export function AttributeTable({ attributes, isSearchable = false }: AttributeTableProps) {
  const entries = Object.entries(attributes).sort(([one], [other]) => one.localeCompare(other));
  if (entries.length === 0) return <p className="muted">Nothing was noted.</p>;
  return (
    <dl className={classes.attributes}>
      {entries.map(([name, value]) => (
        <div key={name}>
          <dt title={meaningOf(name)}>{name}</dt>
          <dd>
            <span className="mono">{attributeText(value)}</span>
            {isSearchable && <SearchLink name={name} value={value} />}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function SearchLink({ name, value }: { name: string; value: unknown }) {
  const q = searchText(name, value);
  if (q === undefined) return null;
  return (
    <Link to={tracesPath({ q })} className={classes.search} aria-label={`Traces with ${q}`} title={`Traces with ${q}`}>
      <Icon name="search" size={14} />
    </Link>
  );
}
