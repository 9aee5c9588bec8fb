import { Button, Modal, TextInput } from '@mantine/core';
import type { SearchPage } from '@octo/contracts/observatory-searches.ts';
import { asApiProblem } from '@octo/ui/react/api/api-problem.ts';
import type { FormEvent } from 'react';
import classes from './saved-searches.module.css';
import { useSaving } from './use-searches.ts';

interface SaveSearchProps {
  isOpen: boolean;
  page: SearchPage;
  /** What the address says of it. */
  query: string;
  onClose(): void;
}

const longestName = 80;

/** Gives the search that is on the page a name. */
export function SaveSearch({ isOpen, page, query, onClose }: SaveSearchProps) {
  const saving = useSaving(onClose);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    saving.mutate({ page, name: String(new FormData(event.currentTarget).get('name') ?? ''), query });
  };
  const close = () => {
    saving.reset();
    onClose();
  };
  return (
    <Modal opened={isOpen} onClose={close} title="Save this search" closeButtonProps={{ 'aria-label': 'Close' }}>
      {query === '' ? (
        <p>This search asks for nothing in particular yet. Narrow it down first.</p>
      ) : (
        <form className={classes.form} onSubmit={submit} noValidate>
          <TextInput
            name="name"
            label="Name"
            description="Everybody who opens this observatory sees it."
            maxLength={longestName}
            data-autofocus
            error={saving.error && asApiProblem(saving.error).message}
          />
          <div className={classes.actions}>
            <Button variant="default" onClick={close}>
              Cancel
            </Button>
            <Button type="submit" loading={saving.isPending}>
              Save
            </Button>
          </div>
        </form>
      )}
    </Modal>
  );
}
