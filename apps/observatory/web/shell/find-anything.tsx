import { Finder } from '@octo/ui/react/shell/finder.tsx';
import { useState } from 'react';
import { useServiceNames } from '../api/use-services.ts';
import { findingsFor } from './findings.ts';

/** Pages, services, and a trace by its id. */
export function FindAnything() {
  const [typed, setTyped] = useState('');
  const services = useServiceNames();
  return (
    <Finder
      placeholder="Paste a trace id, or find a page, a service, a span"
      typed={typed}
      onType={setTyped}
      groups={findingsFor(typed, services)}
      isSearching={false}
    />
  );
}
