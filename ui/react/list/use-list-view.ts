import { useLocalStorage } from '@mantine/hooks';
import { type ListView, readView, usualView } from './list-view.ts';

/** How this browser shows the list of this name; a list without one is shown as usual. */
export function useListView(name: string | undefined): [view: ListView, change: (view: ListView) => void] {
  const [view, change] = useLocalStorage({
    key: `octo-crm.list.${name ?? ''}`,
    defaultValue: usualView,
    deserialize: readView,
    getInitialValueInEffect: false,
  });
  return name === undefined ? [usualView, change] : [view, change];
}
