/** One row per service that `npm start` brings up. */
export interface ServiceSpec {
  readonly name: string;
  readonly title: string;
  /** Arguments of Node, from the root of the repository. */
  readonly nodeArgs: readonly string[];
  readonly port: number;
  /** Its role in the database. */
  readonly databaseRole: string;
}

export const services: readonly ServiceSpec[] = [
  {
    name: 'shop',
    title: 'Drone shop',
    nodeArgs: ['--import', './apps/shop/telemetry.ts', 'apps/shop/main.ts'],
    port: 8080,
    databaseRole: 'octo_shop',
  },
];
