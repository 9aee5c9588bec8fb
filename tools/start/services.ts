/** What the start makes for a service beside its port, its database and the key that all services share. */
export type MadeSetting = 'SESSION_SECRET' | 'PAGES_DIR';

/** One row per service that `npm start` brings up. */
export interface ServiceSpec {
  readonly name: string;
  readonly title: string;
  /** Arguments of Node, from the root of the repository. */
  readonly nodeArgs: readonly string[];
  readonly port: number;
  /** Its role in the database. */
  readonly databaseRole: string;
  readonly needs: readonly MadeSetting[];
}

export const services: readonly ServiceSpec[] = [
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
];
