import { type Static, Type } from 'typebox';
import { guarded } from '../endpoint.ts';
import { Cursor, Dollars, Id, Instant, Nullable, Offset, PageSize, SearchText, Text } from '../scalars.ts';

export const ProductRow = Type.Object({
  id: Id,
  sku: Type.String(),
  name: Type.String(),
  description: Type.String(),
  category: Type.String(),
  price: Dollars,
  image_url: Nullable(Type.String()),
  shop_id: Nullable(Id),
  shop_name: Nullable(Type.String()),
  is_active: Type.Boolean(),
  status: Type.Enum(['active', 'inactive']),
  stock: Type.Integer({ description: 'Units on hand in all warehouses' }),
  version: Type.Integer({ description: 'Moves with every edit, not with a sale' }),
  created_at: Instant,
  updated_at: Instant,
});
export type ProductRow = Static<typeof ProductRow>;

export const StockLevel = Type.Object({ warehouse_id: Id, warehouse_name: Type.String(), quantity: Type.Integer() });
export type StockLevel = Static<typeof StockLevel>;

export const ProductDetail = Type.Object({ ...ProductRow.properties, stock_levels: Type.Array(StockLevel) });
export type ProductDetail = Static<typeof ProductDetail>;

const Price = Type.Number({ minimum: 0, maximum: 1_000_000, description: 'US dollars, at most two decimal places' });
const Sku = Type.String({
  minLength: 2,
  maxLength: 50,
  pattern: '^[A-Za-z0-9._-]+$',
  description: 'Letters, digits, dots, dashes and underscores; the same in any case',
});
const ImageUrl = Type.String({
  minLength: 1,
  maxLength: 500,
  pattern: '^/(?!/)[^\\s\\\\]*$',
  description: 'A path of the shop, e.g. /images/products/falcon.svg: its pages show no picture from anywhere else',
});
const Description = Type.String({ maxLength: 4000, pattern: '^[^\\u0000]*$' });

export const productSorts = ['name', 'price', 'price_desc', 'stock', 'stock_desc', 'newest'] as const;
export type ProductSort = (typeof productSorts)[number];

export const listProducts = guarded({
  method: 'GET',
  path: '/api/products',
  summary: 'Products of all storefronts, by name unless sorted otherwise; search looks in name, SKU and category',
  tag: 'Products',
  access: 'products.read',
  querystring: Type.Object({
    search: Type.Optional(SearchText),
    category: Type.Optional(Text(100)),
    shop_id: Type.Optional(Id),
    status: Type.Optional(Type.Enum(['active', 'inactive', 'all'], { description: 'Active unless given' })),
    stock_below: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000_000 })),
    sort_by: Type.Optional(Type.Enum([...productSorts])),
    limit: PageSize(200),
    after: Type.Optional(Cursor),
    offset: Offset,
  }),
  responses: { 200: Type.Object({ products: Type.Array(ProductRow), next: Type.Optional(Cursor) }) },
});

export const listProductCategories = guarded({
  method: 'GET',
  path: '/api/products/categories',
  summary: 'Every category in use',
  tag: 'Products',
  access: 'products.read',
  responses: { 200: Type.Object({ categories: Type.Array(Type.String()) }) },
});

export const getProduct = guarded({
  method: 'GET',
  path: '/api/products/:id',
  summary: 'One product with its stock per warehouse',
  tag: 'Products',
  access: 'products.read',
  params: Type.Object({ id: Id }),
  responses: { 200: Type.Object({ product: ProductDetail }) },
});

export const NewProduct = Type.Object({
  name: Text(200),
  sku: Sku,
  category: Text(100),
  price: Price,
  description: Type.Optional(Description),
  image_url: Type.Optional(Nullable(ImageUrl)),
  shop_id: Type.Optional(Nullable(Id)),
  is_active: Type.Optional(Type.Boolean()),
  stock: Type.Optional(
    Type.Integer({ minimum: 0, maximum: 1_000_000, description: 'First units, into the first warehouse' }),
  ),
});
export type NewProduct = Static<typeof NewProduct>;

export const addProduct = guarded({
  method: 'POST',
  path: '/api/products',
  summary: 'Adds a product; its SKU must be new',
  tag: 'Products',
  access: 'products.manage',
  body: NewProduct,
  responses: { 201: Type.Object({ status: Type.Literal('created'), product: ProductDetail }) },
});

export const ProductChange = Type.Object({
  version: Type.Integer({ minimum: 1, description: 'The version the edit was made from' }),
  name: Type.Optional(Text(200)),
  sku: Type.Optional(Sku),
  category: Type.Optional(Text(100)),
  price: Type.Optional(Price),
  description: Type.Optional(Description),
  image_url: Type.Optional(Nullable(ImageUrl)),
  shop_id: Type.Optional(Nullable(Id)),
  is_active: Type.Optional(Type.Boolean()),
});
export type ProductChange = Static<typeof ProductChange>;

export const changeProduct = guarded({
  method: 'PATCH',
  path: '/api/products/:id',
  summary:
    'Changes the fields that are sent; 409 with `current` when somebody else changed the product since `version`',
  tag: 'Products',
  access: 'products.manage',
  params: Type.Object({ id: Id }),
  body: ProductChange,
  responses: { 200: Type.Object({ status: Type.Literal('updated'), product: ProductDetail }) },
});

export const StockMovement = Type.Object({
  id: Type.String(),
  warehouse_id: Id,
  warehouse_name: Type.String(),
  delta: Type.Integer(),
  reason: Type.String(),
  order_id: Nullable(Id),
  actor: Type.String(),
  trace_id: Nullable(Type.String()),
  created_at: Instant,
});
export type StockMovement = Static<typeof StockMovement>;

export const listStockMovements = guarded({
  method: 'GET',
  path: '/api/products/:id/stock-movements',
  summary: 'The stock ledger of a product, newest first',
  tag: 'Products',
  access: 'products.read',
  params: Type.Object({ id: Id }),
  querystring: Type.Object({ limit: PageSize(200), after: Type.Optional(Cursor) }),
  responses: { 200: Type.Object({ movements: Type.Array(StockMovement), next: Type.Optional(Cursor) }) },
});

export const correctStock = guarded({
  method: 'POST',
  path: '/api/products/:id/stock-movements',
  summary:
    'Corrects the stock by a movement with a reason. Without a warehouse units go into the first one, and are taken from the warehouses in id order; 409 when stock would fall below zero',
  tag: 'Products',
  access: 'stock.manage',
  params: Type.Object({ id: Id }),
  body: Type.Object({
    delta: Type.Integer({ minimum: -1_000_000, maximum: 1_000_000, not: { const: 0 } }),
    reason: Text(200),
    warehouse_id: Type.Optional(Id),
  }),
  responses: { 201: Type.Object({ status: Type.Literal('moved'), product: ProductDetail }) },
});

export const listWarehouses = guarded({
  method: 'GET',
  path: '/api/warehouses',
  summary: 'The warehouses that stock lies in',
  tag: 'Products',
  access: 'products.read',
  responses: {
    200: Type.Object({ warehouses: Type.Array(Type.Object({ id: Id, name: Type.String(), region: Type.String() })) }),
  },
});
