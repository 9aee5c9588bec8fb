import { type Static, Type } from 'typebox';
import { guarded } from '../endpoint.ts';
import { Cursor, Id, Instant, Nullable, Offset, PageSize, SearchText, Text } from '../scalars.ts';

export const shopStatuses = ['active', 'maintenance', 'inactive'] as const;
export type ShopStatus = (typeof shopStatuses)[number];

export const Shop = Type.Object({
  id: Id,
  slug: Type.String(),
  name: Type.String(),
  storefront_url: Nullable(Type.String()),
  region: Type.String(),
  currency: Type.String(),
  status: Type.Enum([...shopStatuses]),
  address: Nullable(Type.String()),
  notes: Nullable(Type.String()),
  product_count: Type.Integer(),
  version: Type.Integer(),
  created_at: Instant,
  updated_at: Instant,
});
export type Shop = Static<typeof Shop>;

const Slug = Type.String({
  minLength: 2,
  maxLength: 80,
  pattern: '^[a-z0-9]+(-[a-z0-9]+)*$',
  description: 'Small letters and digits, with single dashes between',
});
const Url = Type.String({
  maxLength: 500,
  pattern: '^https?://[^\\s/?#\\\\@]+([/?#][^\\s\\\\]*)?$',
  description: 'An http or https address, without a password',
});
const Currency = Type.String({ pattern: '^[A-Z]{3}$', description: 'Three capitals, as in ISO 4217' });
const Notes = Type.String({ maxLength: 2000, pattern: '^[^\\u0000]*$' });

export const listShops = guarded({
  method: 'GET',
  path: '/api/shops',
  summary: 'The storefronts, by name; search looks in name, slug and region',
  tag: 'Shops',
  access: 'shops.read',
  querystring: Type.Object({
    search: Type.Optional(SearchText),
    status: Type.Optional(Type.Enum([...shopStatuses])),
    limit: PageSize(200),
    after: Type.Optional(Cursor),
    offset: Offset,
  }),
  responses: { 200: Type.Object({ shops: Type.Array(Shop), next: Type.Optional(Cursor) }) },
});

export const getShop = guarded({
  method: 'GET',
  path: '/api/shops/:id',
  summary: 'One storefront',
  tag: 'Shops',
  access: 'shops.read',
  params: Type.Object({ id: Id }),
  responses: { 200: Type.Object({ shop: Shop }) },
});

export const NewShop = Type.Object({
  slug: Slug,
  name: Text(200),
  region: Text(80),
  storefront_url: Type.Optional(Nullable(Url)),
  currency: Type.Optional(Currency),
  status: Type.Optional(Type.Enum([...shopStatuses])),
  notes: Type.Optional(Nullable(Notes)),
});
export type NewShop = Static<typeof NewShop>;

export const addShop = guarded({
  method: 'POST',
  path: '/api/shops',
  summary: 'Adds a storefront; its slug must be new',
  tag: 'Shops',
  access: 'shops.manage',
  body: NewShop,
  responses: { 201: Type.Object({ status: Type.Literal('created'), shop: Shop }) },
});

export const ShopChange = Type.Object({
  version: Type.Integer({ minimum: 1, description: 'The version the edit was made from' }),
  slug: Type.Optional(Slug),
  name: Type.Optional(Text(200)),
  region: Type.Optional(Text(80)),
  storefront_url: Type.Optional(Nullable(Url)),
  currency: Type.Optional(Currency),
  status: Type.Optional(Type.Enum([...shopStatuses])),
  notes: Type.Optional(Nullable(Notes)),
});
export type ShopChange = Static<typeof ShopChange>;

export const changeShop = guarded({
  method: 'PATCH',
  path: '/api/shops/:id',
  summary: 'Changes the fields that are sent; 409 with `current` when somebody else changed the shop since `version`',
  tag: 'Shops',
  access: 'shops.manage',
  params: Type.Object({ id: Id }),
  body: ShopChange,
  responses: { 200: Type.Object({ status: Type.Literal('updated'), shop: Shop }) },
});
