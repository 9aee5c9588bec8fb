import { NativeSelect } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { NamedQuery } from '@octo/contracts/query-lab.ts';
import { Section } from '@octo/ui/react/section.tsx';
import { Link, useNavigate, useSearchParams } from 'react-router';
import classes from './query-lab.module.css';

interface QueryMenuProps {
  queries: readonly NamedQuery[];
  /** The name of the one that is shown. */
  chosen: string;
}

/** Which query to look at. The choice is in the address; where there is little room the list folds. */
export function QueryMenu({ queries, chosen }: QueryMenuProps) {
  const [params] = useSearchParams();
  const isNarrow = useMediaQuery('(width < 62em)', false, { getInitialValueInEffect: false });
  const addressOf = (query: string) => `?${new URLSearchParams({ ...Object.fromEntries(params), query })}`;
  if (isNarrow) return <QuerySelect queries={queries} chosen={chosen} addressOf={addressOf} />;
  return (
    <Section title="Queries">
      <nav className={classes.menu} aria-label="Named queries">
        {queries.map(({ name, label, component_name, expected_failure }) => (
          <Link
            key={name}
            to={addressOf(name)}
            replace
            preventScrollReset
            className={classes.choice}
            aria-current={name === chosen ? 'true' : undefined}
          >
            {label}
            <span className={classes.about}>
              {component_name}
              {expected_failure && ', fails on purpose'}
            </span>
          </Link>
        ))}
      </nav>
    </Section>
  );
}

function QuerySelect({ queries, chosen, addressOf }: QueryMenuProps & { addressOf(query: string): string }) {
  const navigate = useNavigate();
  return (
    <NativeSelect
      label="Query to look at"
      value={chosen}
      data={queries.map(({ name, label }) => ({ value: name, label }))}
      onChange={({ currentTarget }) =>
        void navigate(addressOf(currentTarget.value), { replace: true, preventScrollReset: true })
      }
    />
  );
}
