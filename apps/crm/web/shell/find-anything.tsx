import { useDebouncedValue } from '@mantine/hooks';
import { Spotlight, spotlight } from '@mantine/spotlight';
import '@mantine/spotlight/styles.layer.css';
import './find-anything.css';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { Icon } from '../parts/icon.tsx';
import { useFindings } from './findings.ts';

const pauseMs = 180;

export function openFinder(): void {
  spotlight.open();
}

/** Goes anywhere by typing: pages, orders, products, customers. */
export function FindAnything() {
  const [typed, setTyped] = useState('');
  const [asked] = useDebouncedValue(typed.trim(), pauseMs);
  const { groups, isSearching } = useFindings(typed.trim(), asked);
  const navigate = useNavigate();
  const shown = groups.filter(({ findings }) => findings.length > 0);
  return (
    <Spotlight.Root
      query={typed}
      onQueryChange={setTyped}
      shortcut={null}
      scrollable
      centered={false}
      maxHeight="60vh"
      overlayProps={{ backgroundOpacity: 0.35 }}
      attributes={{ content: { 'aria-label': 'Find anything' } }}
    >
      <Spotlight.Search
        placeholder="Find a page, an order, a product, a customer"
        aria-label="Find anything"
        leftSection={<Icon name="search" />}
      />
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
