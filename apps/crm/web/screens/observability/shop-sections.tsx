import type { CrmView } from '@octo/contracts/crm/three-sixty.ts';
import { formatCount, formatMoney } from '@octo/ui/format.ts';
import { Facts } from '@octo/ui/react/facts.tsx';
import { Section } from '@octo/ui/react/section.tsx';
import { DatabaseSection } from './database-section.tsx';
import { NeighboursSection } from './neighbours-section.tsx';
import classes from './observability.module.css';
import { PillarsSection } from './pillars-section.tsx';

/** Who watches the database is told above: the shop knows nothing of it. */
const ofTheCrm = ['opsi', 'db_management'] as const;

/** The shop by its own account, as the CRM was told just now. */
export function ShopSections({ shop: { status, view } }: Pick<CrmView, 'shop'>) {
  if (view === null)
    return (
      <Section title="Shop">
        <p className="muted">
          {status === 'away'
            ? 'The shop does not answer at the moment, so nothing can be said of how it does.'
            : 'The CRM was not told where the shop is: SERVICE_SHOP_URL says so.'}
        </p>
      </Section>
    );
  return (
    <>
      <PillarsSection title="Pillars of the shop" pillars={view.pillars} leaveOut={ofTheCrm} />
      <div className={classes.beside}>
        <Storefront health={view.app_health} />
        <DatabaseSection title="Database of the shop" health={view.db_health} />
        <NeighboursSection title="Integrations of the shop" view={view} />
      </div>
    </>
  );
}

function Storefront({ health }: { health: NonNullable<CrmView['shop']['view']>['app_health'] }) {
  if (health === null)
    return (
      <Section title="Storefront">
        <p className="muted">Its database does not answer.</p>
      </Section>
    );
  const { storefront, entities, activity } = health;
  return (
    <Section title="Storefront">
      <Facts
        facts={[
          ['Storefront', `${storefront.slug}, ${storefront.status}`],
          ['On sale', `${formatCount(entities.products)} products, ${formatCount(entities.units)} units`],
          ['Orders', `${formatCount(entities.orders)}, ${formatCount(activity.orders_24h)} in 24 hours`],
          ['Revenue', formatMoney(activity.total_revenue)],
        ]}
      />
    </Section>
  );
}
