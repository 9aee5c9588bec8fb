import type { ProductDetail } from '@octo/contracts/crm/products.ts';
import { Facts } from '@octo/ui/react/facts.tsx';
import { Instant } from '@octo/ui/react/instant.tsx';
import { Link } from 'react-router';
import { Money } from '../../parts/money.tsx';
import { productLabels } from './product-values.ts';

/** The product for who may look only. */
export function ProductFacts({ product }: { product: ProductDetail }) {
  const { category, price, shop_id, shop_name, description, image_url, is_active, created_at, updated_at } = product;
  return (
    <Facts
      facts={[
        [productLabels.price, <Money key="price" amount={price} />],
        [productLabels.category, category],
        [
          productLabels.shop_id,
          shop_id === null ? (
            'No shop'
          ) : (
            <Link key="shop" to={`/shops/${shop_id}`}>
              {shop_name}
            </Link>
          ),
        ],
        [
          productLabels.is_active,
          is_active ? 'Yes: buyers of its shop see it and can order it' : 'No: hidden from buyers',
        ],
        [productLabels.description, description || null],
        [productLabels.image_url, image_url && <span className="mono">{image_url}</span>],
        ['Added', <Instant key="added" at={created_at} isExact />],
        ['Changed', <Instant key="changed" at={updated_at} isExact />],
      ]}
    />
  );
}
