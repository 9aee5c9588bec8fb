import { Button, Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './dialog.module.css';

export interface Versions {
  label: string;
  mine: ReactNode;
  theirs: ReactNode;
  differs: boolean;
}

interface ChangeDialogProps {
  isOpen: boolean;
  /** What was changed by somebody else: “Falcon X2”. */
  name: string;
  /** The fields in which they differ; those that both have changed are marked. */
  versions: readonly Versions[];
  isBusy?: boolean;
  /** Saves what was typed over the other version. */
  onKeepMine(): void;
  /** Puts the other version into the form. */
  onTakeTheirs(): void;
  /** Back to the form, with everything as typed. */
  onClose(): void;
}

/** Somebody else saved the same thing meanwhile: both versions side by side, and the choice. */
export function ChangeDialog({ isOpen, name, versions, isBusy = false, ...rest }: ChangeDialogProps) {
  const { onKeepMine, onTakeTheirs, onClose } = rest;
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={`${name} was changed meanwhile`}
      size="lg"
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <div className={classes.dialog}>
        <p>
          Somebody saved another version while you were editing, and nothing of yours is saved yet. What you did not
          change stays as it is saved now.
        </p>
        <table className={classes.versions}>
          <thead>
            <tr>
              <th scope="col">Field</th>
              <th scope="col">Yours</th>
              <th scope="col">Saved now</th>
            </tr>
          </thead>
          <tbody>
            {versions.map(({ label, mine, theirs, differs }) => (
              <tr key={label} data-differs={differs}>
                <th scope="row">{label}</th>
                <td>{mine}</td>
                <td>{theirs}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <div className={classes.actions}>
          <Button variant="subtle" color="gray" onClick={onClose}>
            Back to editing
          </Button>
          <Button variant="default" onClick={onTakeTheirs}>
            Take the saved version
          </Button>
          <Button onClick={onKeepMine} loading={isBusy}>
            Save mine over it
          </Button>
        </div>
      </div>
    </Modal>
  );
}
