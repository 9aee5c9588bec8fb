import type { OverviewPages } from '@octo/contracts/observatory-overview.ts';

/** Where the pages of an app are opened: at the name by which this page was, if they have that one, too. */
export function originOf(pages: OverviewPages, app: string, hostname: string): string | undefined {
  const origins = pages.filter((page) => page.app === app).map(({ origin }) => origin);
  return origins.find((origin) => new URL(origin).hostname === hostname) ?? origins[0];
}
