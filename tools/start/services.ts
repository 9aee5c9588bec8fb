/** What the start makes for a service beside its port, its database and the key that all services share. */
export type MadeSetting = 'SESSION_SECRET' | 'PAGES_DIR' | 'OBSERVATORY_DIR';

/** One row per service that `npm start` brings up. */
export interface ServiceSpec {
  readonly name: string;
  readonly title: string;
  /** Arguments of Node, from the root of the repository. */
  readonly nodeArgs: readonly string[];
  readonly port: number;
  /** Its role in the database; without one it starts also while the database is away. */
  readonly databaseRole?: string;
  /** Under which it runs what people ask of the database, with an address of its own for it. */
  readonly queryRole?: string;
  /** Under which it looks at the database's own work, with an address of its own for it; it does not wait for the database. */
  readonly insightRole?: string;
  readonly needs: readonly MadeSetting[];
}

export const services: readonly ServiceSpec[] = [
  {
    name: 'observatory',
    title: 'Observatory',
    // A small young generation: it sees much that is soon gone, and need not grow for that.
    nodeArgs: ['--max-semi-space-size=4', 'apps/observatory/main.ts'],
    port: 8070,
    insightRole: 'octo_insight',
    needs: ['OBSERVATORY_DIR', 'PAGES_DIR'],
  },
  {
    name: 'shop',
    title: 'Drone shop',
    nodeArgs: ['--import', './apps/shop/telemetry.ts', 'apps/shop/main.ts'],
    port: 8080,
    databaseRole: 'octo_shop',
    needs: ['SESSION_SECRET'],
  },
  {
    name: 'crm',
    title: 'Enterprise CRM',
    nodeArgs: ['--import', './apps/crm/telemetry.ts', 'apps/crm/main.ts'],
    port: 8081,
    databaseRole: 'octo_crm',
    needs: ['PAGES_DIR'],
  },
  {
    name: 'gateway',
    title: 'Workflow gateway',
    nodeArgs: ['--import', './apps/workflow-gateway/telemetry.ts', 'apps/workflow-gateway/main.ts'],
    port: 8090,
    databaseRole: 'octo_gateway',
    queryRole: 'octo_query',
    needs: [],
  },
];
