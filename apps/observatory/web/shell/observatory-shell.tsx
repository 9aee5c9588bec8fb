import { Shell } from '@octo/ui/react/shell/shell.tsx';
import { places } from './places.ts';
import { StatusLine } from './status-line.tsx';

const loadFinder = async () => (await import('./find-anything.tsx')).FindAnything;

/** What stands around every page. */
export function ObservatoryShell() {
  return <Shell part="Observatory" places={places} loadFinder={loadFinder} foot={<StatusLine />} />;
}
