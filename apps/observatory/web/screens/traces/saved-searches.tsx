import { Button, Menu } from '@mantine/core';
import type { SearchPage } from '@octo/contracts/observatory-searches.ts';
import { Icon } from '@octo/ui/react/icon.tsx';
import { useState } from 'react';
import { Link } from 'react-router';
import { EditSearches } from './edit-searches.tsx';
import { SaveSearch } from './save-search.tsx';
import { useSearches } from './use-searches.ts';

interface SavedSearchesProps {
  page: SearchPage;
  /** What the address asks for. */
  values: Readonly<Record<string, string>>;
}

/** Searches by their names: made for everybody, and saved by somebody. */
export function SavedSearches({ page, values }: SavedSearchesProps) {
  const searches = useSearches(page);
  const [dialog, setDialog] = useState<'save' | 'edit'>();
  const query = new URLSearchParams(Object.entries(values)).toString();
  const [ready, saved] = [true, false].map((kind) => searches.filter(({ isReadyMade }) => isReadyMade === kind));
  const close = () => setDialog(undefined);
  return (
    <>
      <Menu position="bottom-end" shadow="md">
        <Menu.Target>
          <Button variant="default" leftSection={<Icon name="search" size={16} />}>
            Saved searches
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>Ready-made</Menu.Label>
          {ready?.map((search) => (
            <Menu.Item key={search.id} component={Link} to={`/${page}?${search.query}`}>
              {search.name}
            </Menu.Item>
          ))}
          {saved && saved.length > 0 && <Menu.Label>Saved here</Menu.Label>}
          {saved?.map((search) => (
            <Menu.Item key={search.id} component={Link} to={`/${page}?${search.query}`}>
              {search.name}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item onClick={() => setDialog('save')}>Save this search…</Menu.Item>
          <Menu.Item onClick={() => setDialog('edit')}>Rename or delete…</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <SaveSearch isOpen={dialog === 'save'} page={page} query={query} onClose={close} />
      <EditSearches isOpen={dialog === 'edit'} searches={saved ?? []} onClose={close} />
    </>
  );
}
