import { Spotlight, spotlight } from '@mantine/spotlight';
import '@mantine/spotlight/styles.layer.css';
import './finder.css';
import { useNavigate } from 'react-router';
import { Icon } from '../icon.tsx';
import type { IconName } from '../icon-paths.ts';

export interface Finding {
  path: string;
  label: string;
  description?: string;
  icon: IconName;
}

export interface FindingGroup {
  title: string;
  findings: readonly Finding[];
}

interface FinderProps {
  /** What can be found: “Find a page, an order, a product, a customer”. */
  placeholder: string;
  typed: string;
  onType(typed: string): void;
  groups: readonly FindingGroup[];
  isSearching: boolean;
}

export function openFinder(): void {
  spotlight.open();
}

/** Goes anywhere by typing. */
export function Finder({ placeholder, typed, onType, groups, isSearching }: FinderProps) {
  const navigate = useNavigate();
  const shown = groups.filter(({ findings }) => findings.length > 0);
  return (
    <Spotlight.Root
      query={typed}
      onQueryChange={onType}
      shortcut={null}
      scrollable
      centered={false}
      maxHeight="60vh"
      overlayProps={{ backgroundOpacity: 0.35 }}
      attributes={{ content: { 'aria-label': 'Find anything' } }}
    >
      <Spotlight.Search placeholder={placeholder} aria-label="Find anything" leftSection={<Icon name="search" />} />
      <Spotlight.ActionsList>
        {shown.map(({ title, findings }) => (
          <Spotlight.ActionsGroup key={title} label={title}>
            {findings.map(({ path, label, description, icon }) => (
              <Spotlight.Action
                key={path}
                label={label}
                {...(description === undefined ? {} : { description })}
                leftSection={<Icon name={icon} />}
                onClick={() => void navigate(path)}
              />
            ))}
          </Spotlight.ActionsGroup>
        ))}
        {shown.length === 0 && (
          <Spotlight.Empty>{isSearching ? 'Searching…' : `Nothing is called “${typed.trim()}”.`}</Spotlight.Empty>
        )}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}
