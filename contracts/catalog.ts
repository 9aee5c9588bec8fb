import { type Static, Type } from 'typebox';
import { endpoint } from './endpoint.ts';
import { Cursor, Dollars, Id, Offset, PageSize, Text } from './scalars.ts';

export const Product = Type.Object({
  id: Id,
  sku: Type.String(),
  name: Type.String(),
  description: Type.String(),
  category: Type.String(),
  price: Dollars,
  currency: Type.String(),
  stock: Type.Integer({ description: 'Units on hand in all warehouses; in a list up to two seconds old' }),
  inventory_badge: Type.Union([Type.Literal('In Stock'), Type.Literal('Low Stock'), Type.Literal('Out of Stock')]),
  image_url: Type.String(),
  specs: Type.Array(Type.Object({ label: Type.String(), value: Type.String() })),
});
export type Product = Static<typeof Product>;

export const sortOrders = ['name', 'price', 'price_desc', 'stock', 'newest', 'category', 'created_at', 'id'] as const;
export type SortOrder = (typeof sortOrders)[number];

export const ProductQuery = Type.Object({
  search: Type.Optional(Type.String({ maxLength: 100, pattern: '^[^\\u0000-\\u001f]*$' })),
  category: Type.Optional(Text(100)),
  sort_by: Type.Optional(Type.Enum([...sortOrders])),
  limit: PageSize(100),
  after: Type.Optional(Cursor),
  offset: Offset,
});
export type ProductQuery = Static<typeof ProductQuery>;

export const listProducts = endpoint({
  method: 'GET',
  path: '/api/products',
  summary: 'The products this storefront sells, filtered, sorted, a page at a time',
  tag: 'Catalogue',
  querystring: ProductQuery,
  responses: { 200: Type.Object({ products: Type.Array(Product), next: Type.Optional(Cursor) }) },
});

export const getProduct = endpoint({
  method: 'GET',
  path: '/api/products/:id',
  summary: 'One product this storefront sells',
  tag: 'Catalogue',
  params: Type.Object({ id: Id }),
  responses: { 200: Product },
});

export const listCategories = endpoint({
  method: 'GET',
  path: '/api/categories',
  summary: 'The categories that hold at least one product on sale',
  tag: 'Catalogue',
  responses: { 200: Type.Object({ categories: Type.Array(Type.String()) }) },
});
