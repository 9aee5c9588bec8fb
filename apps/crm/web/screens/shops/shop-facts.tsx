import type { Shop } from '@octo/contracts/crm/shops.ts';
import { Facts } from '@octo/ui/react/facts.tsx';
import { shopStatuses } from '../../parts/statuses.ts';
import { shopLabels, statusMeanings } from './shop-values.ts';

/** The shop for who may look only. */
export function ShopFacts({ shop }: { shop: Shop }) {
  const { slug, region, currency, storefront_url: address, status, notes } = shop;
  return (
    <Facts
      facts={[
        [shopLabels.status, `${shopStatuses[status].label}. ${statusMeanings[status]}`],
        [
          shopLabels.storefront_url,
          address && (
            <a key="address" href={address} target="_blank" rel="noreferrer">
              {address}
            </a>
          ),
        ],
        [
          shopLabels.slug,
          <span key="slug" className="mono">
            {slug}
          </span>,
        ],
        [shopLabels.region, region],
        [shopLabels.currency, currency],
        [shopLabels.notes, notes],
      ]}
    />
  );
}
