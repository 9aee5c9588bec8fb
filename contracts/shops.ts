import { type Static, Type } from 'typebox';
import { Product } from './catalog.ts';
import { endpoint } from './endpoint.ts';
import { Id } from './scalars.ts';

export const Storefront = Type.Object({
  slug: Type.String(),
  name: Type.String(),
  region: Type.String(),
  currency: Type.String(),
  status: Type.Union([Type.Literal('active'), Type.Literal('maintenance'), Type.Literal('inactive')]),
});
export type Storefront = Static<typeof Storefront>;

export const Location = Type.Object({
  id: Id,
  name: Type.String(),
  address: Type.String(),
  coordinates: Type.Union([Type.String(), Type.Null()], { description: 'latitude,longitude' }),
  contact_email: Type.Union([Type.String(), Type.Null()]),
  contact_phone: Type.Union([Type.String(), Type.Null()]),
});
export type Location = Static<typeof Location>;

export const getStorefront = endpoint({
  method: 'GET',
  path: '/api/shop/storefront',
  summary: 'This storefront: who it is, its categories and its first hundred products',
  tag: 'Storefront',
  responses: {
    200: Type.Object({
      storefront: Storefront,
      categories: Type.Array(Type.String()),
      products: Type.Array(Product),
      stats: Type.Object({ product_count: Type.Integer(), inventory_units: Type.Integer() }),
    }),
  },
});

export const listLocations = endpoint({
  method: 'GET',
  path: '/api/shop/locations',
  summary: 'Authorised dealers a buyer can visit',
  tag: 'Storefront',
  responses: { 200: Type.Object({ shops: Type.Array(Location) }) },
});
