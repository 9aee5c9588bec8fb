// Who may import whom. `npm run check` holds the house to it; tests/boundaries/imports.test.ts proves that every rule bites.

/** Tests and what only tests use may import more than the code they are for. */
const testOnly = String.raw`(\.test\.ts$|/testing/|^platform/database/engines/oracle/(cases/|syntax))`;
/** npm lays a package beside the others, or into the workspace that asks for it. */
const packages = (...names) => ['^', '^apps/[^/]+/'].map((place) => `${place}node_modules/(${names.join('|')})/`);
/** The names of telemetry: words that are written on one side and asked for on the other. */
const telemetryWords = String.raw`^platform/telemetry/names(/|\.ts$)`;
/** What a page may be drawn with. */
const pageLibraries = packages(
  'typebox',
  'react',
  'react-dom',
  'react-router',
  '@mantine',
  '@tanstack',
  '@types/react',
  '@types/react-dom',
  // Scales and paths of charts.
  'd3-scale',
  'd3-shape',
);
const workspaces = '^(apps|contracts|database|domains|platform|ui)/';

/** What each domain may call. Calls go downward only, so that a domain can be read without those above it. */
const callsDownward = {
  catalog: [],
  shops: [],
  customers: [],
  coupons: [],
  shipping: [],
  payments: [],
  services: [],
  security: [],
  messaging: [],
  analytics: [],
  cart: ['catalog', 'coupons'],
  orders: ['catalog', 'customers', 'shipping', 'payments'],
  checkout: ['cart', 'orders', 'coupons', 'payments'],
  invoices: ['orders'],
  reviews: ['catalog', 'customers'],
  tickets: ['customers', 'catalog', 'services'],
  campaigns: ['customers'],
  fulfilment: ['orders', 'invoices', 'shipping', 'payments'],
  assistant: ['catalog', 'orders'],
  reports: [],
  identity: [],
  files: [],
  workflows: [],
  simulation: [],
  lab: [],
};

/** Whoever writes may leave an audit row, and news for the other services. */
const forEverybody = ['security', 'messaging'];

function rule(name, comment, from, to) {
  return { name, comment, severity: 'error', from, to };
}

const direction = [
  rule(
    'contracts-know-nobody',
    'Contracts are read by servers, pages, clients and tests alike; whatever they import, all of those import.',
    { path: '^contracts/', pathNot: testOnly },
    { path: '.', pathNot: ['^contracts/', ...packages('typebox')] },
  ),
  rule(
    'platform-knows-nobody',
    'Any app can stand on the platform, so it holds no word of this business.',
    { path: '^platform/', pathNot: testOnly },
    { path: '^(apps|contracts|database|domains|ui|tools|tests)/' },
  ),
  rule(
    'database-stands-on-platform',
    'The schema is below the business: domains change with it, never the other way round.',
    { path: '^database/', pathNot: testOnly },
    { path: '^(apps|domains|ui|tools|tests)/' },
  ),
  rule(
    'domains-stand-on-database',
    'The business is the same whoever shows it: it knows no app, no page, no tool.',
    { path: '^domains/', pathNot: testOnly },
    { path: '^(apps|ui|tools|tests)/' },
  ),
  rule(
    'ui-reads-contracts-at-most',
    'The design system draws what it is given, for every app alike.',
    { path: '^ui/', pathNot: testOnly },
    { path: '^(apps|database|domains|platform|tools|tests)/' },
  ),
  rule(
    'apps-are-strangers',
    'Apps are deployed, scaled and fail on their own; they talk over HTTP.',
    { path: '^apps/([^/]+)/' },
    { path: '^apps/', pathNot: '^apps/$1/' },
  ),
  rule(
    'pages-read-contracts-and-ui',
    'A page shows what crossed the wire, telemetry and its names too: no query, no verb, no request can hide in it.',
    { path: '^apps/([^/]+)/web/', pathNot: testOnly },
    { path: '.', pathNot: ['^apps/$1/web/', '^contracts/', '^ui/', telemetryWords, ...pageLibraries] },
  ),
  rule(
    'names-are-but-words',
    'Pages read the names of telemetry; whatever those import, pages import.',
    { path: telemetryWords, pathNot: testOnly },
    { path: '.', pathNot: [telemetryWords, String.raw`^platform/telemetry/metrics/definition\.ts$`] },
  ),
  rule(
    'browser-modules-travel-alone',
    'A client module is sent as it is, so at run time it finds only its neighbours; types vanish before.',
    { path: '^apps/([^/]+)/web/client/' },
    { path: '.', pathNot: '^apps/$1/web/client/', dependencyTypesNot: ['type-only'] },
  ),
  rule(
    'services-never-migrate',
    'Migrations, roles and seed are run once by a job, never at the start of a service; table types are all a service needs.',
    { path: '^(apps|domains)/', pathNot: testOnly },
    { path: '^database/', pathNot: String.raw`^database/tables\.ts$` },
  ),
];

const domains = [
  rule(
    'domains-by-the-door',
    'The index.ts of a domain says what others may use; behind it everything may change.',
    { path: '^domains/([^/]+)/', pathNot: testOnly },
    { path: '^domains/[^/]+/', pathNot: ['^domains/$1/', String.raw`^domains/[^/]+/index\.ts$`] },
  ),
  ...Object.entries(callsDownward).map(([domain, lower]) =>
    rule(
      `${domain}-calls-downward`,
      `${domain} may call ${lower.concat(forEverybody).join(', ')}: what is above it may change without it.`,
      { path: `^domains/${domain}/`, pathNot: testOnly },
      { path: '^domains/[^/]+/', pathNot: `^domains/(${[domain, ...forEverybody, ...lower].join('|')})/` },
    ),
  ),
  rule(
    'domains-have-a-place',
    'A new domain is listed in callsDownward first, so that somebody decides what it may call.',
    { path: '^domains/[^/]+/', pathNot: [testOnly, `^domains/(${Object.keys(callsDownward).join('|')})/`] },
    {},
  ),
  rule(
    'simulation-and-lab-stay-apart',
    'What breaks things on purpose is mounted by an app that means to, and known to nobody else.',
    {
      pathNot: [
        String.raw`^(apps/[^/]+/app\.ts$|domains/(simulation|lab)/|tests/)`,
        // Who watches for faults in a service, and where operators apply them.
        String.raw`^apps/(shop|crm)/faults\.ts$`,
        String.raw`^apps/crm/(routes/simulation|wire/fault)\.ts$`,
      ],
    },
    { path: '^domains/(simulation|lab)/' },
  ),
  rule(
    'nobody-else-puts-obstacles',
    'Whatever slows, holds or fails on purpose is in the hands of the simulation; business code never knows of it.',
    {
      path: '^(apps|domains)/',
      pathNot: [testOnly, '^domains/simulation/', String.raw`^apps/(shop|crm)/faults\.ts$`],
    },
    { path: String.raw`^platform/(faults/|database/(delay-query|hold-sessions)\.ts$)` },
  ),
  rule(
    'queries-alone-build-sql',
    'Every statement of a domain is found in its queries.ts and compiled for both engines there.',
    { path: '^domains/', pathNot: [testOnly, String.raw`/queries\.ts$`] },
    { path: packages('kysely') },
  ),
  rule(
    'apps-build-no-sql',
    'A route calls a verb. An app hands the database through and needs its type only.',
    { path: '^apps/', pathNot: testOnly },
    { path: packages('kysely'), dependencyTypesNot: ['type-only'] },
  ),
  rule(
    'drivers-stay-below',
    'The driver is behind the engine seam; whoever goes round it loses spans, names and the second engine.',
    { path: '^(apps|contracts|domains|ui)/', pathNot: testOnly },
    { path: packages('pg') },
  ),
  rule(
    'business-code-holds-no-tracing',
    'Verbs tell the story of the business; the door wraps them once for telemetry.',
    { path: '^domains/', pathNot: [testOnly, String.raw`^domains/([^/]+/index|metrics)\.ts$`] },
    { path: ['^platform/telemetry/', ...packages('@opentelemetry')], pathNot: telemetryWords },
  ),
  rule(
    'doors-trace-only',
    'traced.ts is the one way a domain meets telemetry; names are but words.',
    { path: String.raw`^domains/[^/]+/index\.ts$` },
    {
      path: ['^platform/telemetry/', ...packages('@opentelemetry')],
      pathNot: [String.raw`^platform/telemetry/traced\.ts$`, telemetryWords],
    },
  ),
  rule(
    'domains-know-no-http',
    'A verb is called by a route, a sweeper or a test; a request is the business of the route.',
    { path: '^domains/', pathNot: testOnly },
    { path: ['^platform/http/', ...packages('fastify', '@fastify')] },
  ),
];

const soundness = [
  rule(
    'no-circular',
    'Modules in a circle can only be understood, tested and loaded together.',
    {},
    { circular: true },
  ),
  rule('no-unresolvable', 'An import that leads nowhere fails at start; better here.', {}, { couldNotResolve: true }),
  rule(
    'no-orphans',
    'What nobody imports and imports nobody is left over, unless it is started by itself.',
    { orphan: true, pathNot: [String.raw`\.d\.m?ts$`, String.raw`^apps/[^/]+/main\.ts$`, '^tools/[^/]+$'] },
    {},
  ),
  rule(
    'no-tests-in-production',
    'What runs for users does not load what was written for tests or for the people who build it.',
    { path: workspaces, pathNot: testOnly },
    { path: `${testOnly}|^(tests|tools)/` },
  ),
  rule(
    'packages-are-declared',
    'A workspace declares what it imports; devDependencies are for tools and tests and are absent in an image.',
    { path: workspaces, pathNot: testOnly },
    { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'] },
  ),
];

export default {
  forbidden: [...direction, ...domains, ...soundness],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
