import { RouteError } from '@octo/ui/react/shell/route-error.tsx';
import type { ComponentType } from 'react';
import type { RouteObject } from 'react-router';
import { type PagePath, pagePaths } from './paths.ts';
import { RequireSession } from './session/require-session.tsx';
import { NotFound } from './shell/not-found.tsx';

/** A screen is fetched when somebody goes there. */
const screens: Record<PagePath, () => Promise<ComponentType>> = {
  '/sign-in': async () => (await import('./screens/sign-in/sign-in.tsx')).SignIn,
  '/': async () => (await import('./screens/dashboard/dashboard.tsx')).Dashboard,
  '/orders': async () => (await import('./screens/orders/order-list.tsx')).OrderList,
  '/orders/:id': async () => (await import('./screens/orders/order-page.tsx')).OrderPage,
  '/products': async () => (await import('./screens/products/product-list.tsx')).ProductList,
  '/products/new': async () => (await import('./screens/products/new-product.tsx')).NewProduct,
  '/products/:id': async () => (await import('./screens/products/product-page.tsx')).ProductPage,
  '/shops': async () => (await import('./screens/shops/shop-list.tsx')).ShopList,
  '/shops/new': async () => (await import('./screens/shops/new-shop.tsx')).NewShop,
  '/shops/:id': async () => (await import('./screens/shops/shop-page.tsx')).ShopPage,
  '/customers': async () => (await import('./screens/customers/customer-list.tsx')).CustomerList,
  '/customers/:id': async () => (await import('./screens/customers/customer-page.tsx')).CustomerPage,
  '/query-lab': async () => (await import('./screens/query-lab/query-lab.tsx')).QueryLab,
  '/platform': async () => (await import('./screens/platform/platform-page.tsx')).PlatformPage,
  '/platform/runs/:id': async () => (await import('./screens/platform/run-page.tsx')).RunPage,
  '/observability': async () => (await import('./screens/observability/observability-page.tsx')).ObservabilityPage,
  '/xray/:kind/:id': async () => (await import('./screens/xray/xray-page.tsx')).XrayPage,
  '/sync': async () => (await import('./screens/sync/sync-page.tsx')).SyncPage,
  '/audit': async () => (await import('./screens/audit/audit-page.tsx')).AuditPage,
  '/users': async () => (await import('./screens/users/users-page.tsx')).UsersPage,
};

const [signInPath, ...signedInPaths] = pagePaths;

function screenAt(path: PagePath): RouteObject {
  return { path, lazy: async () => ({ Component: await screens[path]() }) };
}

export const routes: RouteObject[] = [
  {
    ErrorBoundary: RouteError,
    HydrateFallback: () => <main aria-busy="true" />,
    children: [
      screenAt(signInPath),
      {
        Component: RequireSession,
        children: [
          {
            // Inside the shell, so that a screen that fails leaves the way to the others.
            ErrorBoundary: RouteError,
            children: [...signedInPaths.map(screenAt), { path: '*', Component: NotFound }],
          },
        ],
      },
    ],
  },
];
