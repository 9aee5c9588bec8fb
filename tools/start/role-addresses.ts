import type { PlatformDatabase } from './platform-database.ts';
import type { RoleUrls } from './prepare.ts';
import type { ServiceInput } from './service-environment.ts';
import type { ServiceSpec } from './services.ts';

type Addresses = Pick<ServiceInput, 'databaseUrl' | 'queryDatabaseUrl' | 'insightDatabaseUrl'>;

export interface RoleAddresses {
  /** What preparing the database has made. */
  learn(urls: RoleUrls): void;
  /** Where a service reaches the database as it is now, as each of its roles; nowhere when there is none of ours. */
  of(spec: ServiceSpec): Promise<Addresses>;
}

export function roleAddresses(database: PlatformDatabase | undefined): RoleAddresses {
  let roleUrls: RoleUrls = {};
  function urlOf(role: string): string {
    const url = roleUrls[role];
    if (url === undefined) throw new Error(`the database has no role ${role}`);
    return url;
  }
  async function current(role: string | undefined): Promise<string | undefined> {
    return role === undefined ? undefined : await database?.current(urlOf(role));
  }
  return {
    learn(urls) {
      roleUrls = urls;
    },
    of: async ({ databaseRole, queryRole, insightRole }) => ({
      databaseUrl: await current(databaseRole),
      queryDatabaseUrl: await current(queryRole),
      insightDatabaseUrl: insightRole && database?.lastKnown(urlOf(insightRole)),
    }),
  };
}
