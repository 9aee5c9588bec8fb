import type { getProduct, ProductDetail } from '@octo/contracts/crm/products.ts';
import { Answer } from '@octo/ui/react/answer.tsx';
import { request } from '@octo/ui/react/api/request.ts';
import { PageHeader } from '@octo/ui/react/page-header.tsx';
import { Section } from '@octo/ui/react/section.tsx';
import { SectionSkeleton } from '@octo/ui/react/section-skeleton.tsx';
import { StatusBadge } from '@octo/ui/react/status-badge.tsx';
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { requireId } from '../../api/require-id.ts';
import edit from '../../parts/edit/edit-page.module.css';
import { productStatuses } from '../../parts/statuses.ts';
import { useCan } from '../../session/session.ts';
import { XrayMark } from '../../xray/xray-mark.tsx';
import { ProductFacts } from './product-facts.tsx';
import { ProductForm } from './product-form.tsx';
import { ProductHistory } from './product-history.tsx';
import classes from './product-page.module.css';
import { StockLedger } from './stock-ledger.tsx';
import { StockSection } from './stock-section.tsx';

export function ProductPage() {
  const id = Number(useParams().id);
  const query = useQuery({
    queryKey: ['product', id],
    queryFn: ({ signal }) => {
      requireId(id, 'product');
      return request<typeof getProduct>('GET /api/products/:id', { params: { id }, signal });
    },
  });
  const product = query.data?.product;
  return (
    <>
      <PageHeader
        title={product?.name ?? 'Product'}
        badge={
          product && (
            <>
              <StatusBadge {...productStatuses[product.status]} />
              <XrayMark kind="product" id={product.id} name={`product ${product.name}`} isOfPage />
            </>
          )
        }
        description={product && <span className="mono">{product.sku}</span>}
        back={{ to: '/products', label: 'Products' }}
      />
      <Answer query={query} skeleton={<ProductSkeleton />}>
        {({ product }) => <Known key={product.id} product={product} />}
      </Answer>
    </>
  );
}

function Known({ product }: { product: ProductDetail }) {
  const can = useCan();
  return (
    <div className={edit.page}>
      <Section title="Details">
        {can('products.manage') ? <ProductForm product={product} /> : <ProductFacts product={product} />}
      </Section>
      <div className={classes.side}>
        <StockSection product={product} />
        <Section title="History">
          <ProductHistory productId={product.id} />
        </Section>
      </div>
      <div className={classes.ledger}>
        <Section title="Stock ledger">
          <StockLedger productId={product.id} />
        </Section>
      </div>
    </div>
  );
}

function ProductSkeleton() {
  const can = useCan();
  return (
    <div className={edit.page}>
      <SectionSkeleton title="Details" {...(can('products.manage') ? { fields: 6 } : { lines: 8 })} />
      <div className={classes.side}>
        <SectionSkeleton title="Stock" lines={7} />
        <SectionSkeleton title="History" lines={2} />
      </div>
      <div className={classes.ledger}>
        <SectionSkeleton title="Stock ledger" lines={8} />
      </div>
    </div>
  );
}
