import { useDebouncedValue } from '@mantine/hooks';
import { Finder } from '@octo/ui/react/shell/finder.tsx';
import { useState } from 'react';
import { useFindings } from './findings.ts';

const pauseMs = 180;

/** Pages, orders, products, customers. */
export function FindAnything() {
  const [typed, setTyped] = useState('');
  const [asked] = useDebouncedValue(typed.trim(), pauseMs);
  const { groups, isSearching } = useFindings(typed.trim(), asked);
  return (
    <Finder
      placeholder="Find a page, an order, a product, a customer"
      typed={typed}
      onType={setTyped}
      groups={groups}
      isSearching={isSearching}
    />
  );
}
