import type { getShop, Shop } from '@octo/contracts/crm/shops.ts';
import { formatQuantity } from '@octo/ui/format.ts';
import { Answer } from '@octo/ui/react/answer.tsx';
import { request } from '@octo/ui/react/api/request.ts';
import { Facts } from '@octo/ui/react/facts.tsx';
import { Instant } from '@octo/ui/react/instant.tsx';
import { PageHeader } from '@octo/ui/react/page-header.tsx';
import { Section } from '@octo/ui/react/section.tsx';
import { SectionSkeleton } from '@octo/ui/react/section-skeleton.tsx';
import { StatusBadge } from '@octo/ui/react/status-badge.tsx';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { requireId } from '../../api/require-id.ts';
import classes from '../../parts/edit/edit-page.module.css';
import { shopStatuses } from '../../parts/statuses.ts';
import { useCan } from '../../session/session.ts';
import { ShopFacts } from './shop-facts.tsx';
import { ShopForm } from './shop-form.tsx';

export function ShopPage() {
  const id = Number(useParams().id);
  const query = useQuery({
    queryKey: ['shop', id],
    queryFn: ({ signal }) => {
      requireId(id, 'shop');
      return request<typeof getShop>('GET /api/shops/:id', { params: { id }, signal });
    },
  });
  const shop = query.data?.shop;
  return (
    <>
      <PageHeader
        title={shop?.name ?? 'Shop'}
        badge={shop && <StatusBadge {...shopStatuses[shop.status]} />}
        description={shop && <span className="mono">{shop.slug}</span>}
        back={{ to: '/shops', label: 'Shops' }}
      />
      <Answer query={query} skeleton={<ShopSkeleton />}>
        {({ shop }) => <Known key={shop.id} shop={shop} />}
      </Answer>
    </>
  );
}

function Known({ shop }: { shop: Shop }) {
  const can = useCan();
  return (
    <div className={classes.page}>
      <Section title="Storefront">{can('shops.manage') ? <ShopForm shop={shop} /> : <ShopFacts shop={shop} />}</Section>
      <Section title="About">
        <Facts
          facts={[
            [
              'Products',
              <Link key="products" to={`/products?shop_id=${shop.id}&status=all`}>
                {formatQuantity(shop.product_count, 'product')}
              </Link>,
            ],
            ['Address', shop.address],
            ['Added', <Instant key="added" at={shop.created_at} isExact />],
            ['Changed', <Instant key="changed" at={shop.updated_at} isExact />],
            [
              'History',
              can('audit.read') && <Link to={`/audit?resource=shops/${shop.id}`}>What was changed, by whom</Link>,
            ],
          ]}
        />
      </Section>
    </div>
  );
}

function ShopSkeleton() {
  const can = useCan();
  return (
    <div className={classes.page}>
      <SectionSkeleton title="Storefront" {...(can('shops.manage') ? { fields: 7 } : { lines: 6 })} />
      <SectionSkeleton title="About" lines={4} />
    </div>
  );
}
