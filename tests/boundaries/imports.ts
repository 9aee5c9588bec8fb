/** A planted file that imports something, and the one rule that has to catch it; allowed imports have none. */
export interface PlantedImport {
  rule?: string;
  from: string;
  imports: string;
  isTypeOnly?: boolean;
}

export const forbiddenImports: readonly PlantedImport[] = [
  { rule: 'contracts-know-nobody', from: 'contracts/a.ts', imports: '@octo/platform/part.ts' },
  { rule: 'contracts-know-nobody', from: 'contracts/b.ts', imports: 'fastify' },
  { rule: 'contracts-know-nobody', from: 'contracts/c.ts', imports: 'node:fs' },
  { rule: 'platform-knows-nobody', from: 'platform/a.ts', imports: '@octo/contracts/cart.ts' },
  { rule: 'platform-knows-nobody', from: 'platform/b.ts', imports: '@octo/domains/cart', isTypeOnly: true },
  { rule: 'database-stands-on-platform', from: 'database/a.ts', imports: '@octo/domains/cart' },
  { rule: 'domains-stand-on-database', from: 'domains/cart/a.ts', imports: '@octo/ui/part.ts' },
  { rule: 'ui-reads-contracts-at-most', from: 'ui/a.ts', imports: '@octo/platform/part.ts' },
  { rule: 'apps-are-strangers', from: 'apps/shop/a.ts', imports: '../crm/part.ts' },
  { rule: 'pages-read-contracts-and-ui', from: 'apps/shop/web/a.ts', imports: '@octo/domains/cart', isTypeOnly: true },
  { rule: 'pages-read-contracts-and-ui', from: 'apps/shop/web/b.ts', imports: '../part.ts' },
  { rule: 'pages-read-contracts-and-ui', from: 'apps/shop/web/c.ts', imports: '@octo/platform/part.ts' },
  { rule: 'browser-modules-travel-alone', from: 'apps/shop/web/client/a.ts', imports: '@octo/contracts/cart.ts' },
  { rule: 'services-never-migrate', from: 'apps/shop/b.ts', imports: '@octo/database/migrate.ts' },
  { rule: 'domains-by-the-door', from: 'domains/cart/b.ts', imports: '../catalog/product.ts', isTypeOnly: true },
  { rule: 'domains-have-a-place', from: 'domains/blimps/a.ts', imports: '../context.ts' },
  { rule: 'simulation-and-lab-stay-apart', from: 'apps/crm/routes/a.ts', imports: '@octo/domains/lab' },
  { rule: 'queries-alone-build-sql', from: 'domains/cart/c.ts', imports: 'kysely', isTypeOnly: true },
  { rule: 'apps-build-no-sql', from: 'apps/shop/c.ts', imports: 'kysely' },
  { rule: 'drivers-stay-below', from: 'domains/cart/h.ts', imports: 'pg' },
  { rule: 'business-code-holds-no-tracing', from: 'domains/cart/d.ts', imports: '@octo/platform/telemetry/traced.ts' },
  { rule: 'business-code-holds-no-tracing', from: 'domains/cart/e.ts', imports: '@opentelemetry/api' },
  { rule: 'doors-trace-only', from: 'domains/shops/index.ts', imports: '@octo/platform/telemetry/logger.ts' },
  { rule: 'domains-know-no-http', from: 'domains/cart/f.ts', imports: '@octo/platform/http/route.ts' },
  { rule: 'domains-know-no-http', from: 'domains/cart/g.ts', imports: 'fastify', isTypeOnly: true },
  { rule: 'no-circular', from: 'platform/egg.ts', imports: './hen.ts' },
  { rule: 'no-unresolvable', from: 'platform/c.ts', imports: './nowhere.ts' },
  { rule: 'no-tests-in-production', from: 'platform/d.ts', imports: './testing/part.ts' },
  { rule: 'no-tests-in-production', from: 'apps/shop/e.ts', imports: '../../tools/part.ts' },
  { rule: 'packages-are-declared', from: 'platform/e.ts', imports: 'fast-check' },
  { rule: 'packages-are-declared', from: 'apps/shop/f.ts', imports: '@opentelemetry/api' },
];

export const allowedImports: readonly PlantedImport[] = [
  { from: 'contracts/order.ts', imports: 'typebox' },
  { from: 'platform/fastify.ts', imports: 'fastify' },
  { from: 'database/job.ts', imports: '@octo/platform/part.ts' },
  { from: 'domains/cart/price.ts', imports: '@octo/contracts/cart.ts' },
  { from: 'domains/cart/add.ts', imports: '../catalog/index.ts' },
  { from: 'domains/cart/queries.ts', imports: 'kysely' },
  { from: 'domains/cart/index.ts', imports: '@octo/platform/telemetry/traced.ts' },
  { from: 'apps/shop/routes/cart.ts', imports: '@octo/domains/cart' },
  { from: 'apps/shop/context.ts', imports: 'kysely', isTypeOnly: true },
  { from: 'apps/shop/rows.ts', imports: '@octo/database/tables.ts', isTypeOnly: true },
  { from: 'apps/shop/web/cart.ts', imports: '@octo/ui/part.ts' },
  { from: 'apps/shop/web/client/cart.ts', imports: '@octo/contracts/cart.ts', isTypeOnly: true },
  { from: 'apps/crm/app.ts', imports: '@octo/domains/lab' },
  { from: 'platform/money.test.ts', imports: 'fast-check' },
  { from: 'domains/cart/add.test.ts', imports: '../testing/part.ts' },
  { from: 'tests/story.test.ts', imports: '../apps/shop/part.ts' },
];
