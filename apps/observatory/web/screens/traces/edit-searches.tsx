import { Button, Modal, TextInput } from '@mantine/core';
import type { SavedSearch } from '@octo/contracts/observatory-searches.ts';
import { asApiProblem } from '@octo/ui/react/api/api-problem.ts';
import { type FormEvent, useState } from 'react';
import classes from './saved-searches.module.css';
import { useDeleting, useRenaming, useSaving } from './use-searches.ts';

interface EditSearchesProps {
  isOpen: boolean;
  searches: readonly SavedSearch[];
  onClose(): void;
}

/** Other names for saved searches, and an end of them that can be taken back. */
export function EditSearches({ isOpen, searches, onClose }: EditSearchesProps) {
  const [said, setSaid] = useState('');
  const [deleted, setDeleted] = useState<SavedSearch>();
  const deleting = useDeleting((search) => {
    setDeleted(search);
    setSaid(`“${search.name}” is deleted.`);
  });
  const restoring = useSaving(() => {
    setSaid(`“${deleted?.name}” is back.`);
    setDeleted(undefined);
  });
  return (
    <Modal opened={isOpen} onClose={onClose} title="Saved searches" closeButtonProps={{ 'aria-label': 'Close' }}>
      {searches.length === 0 && <p>Nobody has saved a search yet. The ready-made ones stay as they are.</p>}
      <ul className={classes.list}>
        {searches.map((search) => (
          <li key={search.id}>
            <RenameSearch search={search} onRenamed={(name) => setSaid(`It is called “${name}” now.`)} />
            <Button variant="default" onClick={() => deleting.mutate(search.id)} aria-label={`Delete ${search.name}`}>
              Delete
            </Button>
          </li>
        ))}
      </ul>
      <div role="status" className={classes.said}>
        {said}
        {deleted && (
          <Button
            variant="light"
            loading={restoring.isPending}
            onClick={() => restoring.mutate({ page: deleted.page, name: deleted.name, query: deleted.query })}
          >
            Undo
          </Button>
        )}
        {[deleting.error, restoring.error].map(
          (error) => error && <span key={error.name}>{asApiProblem(error).message}</span>,
        )}
      </div>
    </Modal>
  );
}

function RenameSearch({ search, onRenamed }: { search: SavedSearch; onRenamed(name: string): void }) {
  const [name, setName] = useState(search.name);
  const renaming = useRenaming(() => onRenamed(name.trim()));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    renaming.mutate({ id: search.id, name });
  };
  return (
    <form className={classes.rename} onSubmit={submit} noValidate>
      <TextInput
        aria-label={`Name of ${search.name}`}
        value={name}
        maxLength={80}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
        error={renaming.error && asApiProblem(renaming.error).message}
      />
      {name.trim() !== search.name && (
        <Button type="submit" variant="default" loading={renaming.isPending}>
          Rename
        </Button>
      )}
    </form>
  );
}
