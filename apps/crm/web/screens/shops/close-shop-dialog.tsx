import type { Shop } from '@octo/contracts/crm/shops.ts';
import { ConfirmDialog } from '../../parts/confirm-dialog.tsx';
import type { Edit } from '../../parts/edit/use-edit.ts';
import { type ShopValues, statusMeanings } from './shop-values.ts';

interface CloseShopDialogProps {
  edit: Edit<Shop, ShopValues>;
  /** As buyers know it now. */
  name: string;
}

/** Asks before buyers stand before a closed door. */
export function CloseShopDialog({ edit, name }: CloseShopDialogProps) {
  const isForMaintenance = edit.values.status === 'maintenance';
  return (
    <ConfirmDialog
      isOpen={edit.isAsking}
      title={isForMaintenance ? `Close ${name} for maintenance?` : `Close ${name} altogether?`}
      confirmLabel={isForMaintenance ? 'Close for maintenance' : 'Close the shop'}
      dismissLabel="Back to editing"
      isBusy={edit.isBusy}
      onConfirm={edit.consent}
      onClose={edit.decline}
    >
      <p>
        {isForMaintenance ? statusMeanings.maintenance : statusMeanings.inactive} It takes effect within two seconds.
      </p>
    </ConfirmDialog>
  );
}
