import { unmatchedPage } from '@octo/contracts/browser-telemetry.ts';
import type {} from '@octo/ui/rum/client/octo-rum.ts';
import type { DataRouter } from 'react-router';

/** Says which page is shown now to whoever is told of visits; that of the document, its own answer says. */
export function tellViews(router: DataRouter): void {
  let shown = location.pathname;
  router.subscribe(({ location: { pathname }, matches, navigation }) => {
    if (navigation.state !== 'idle' || pathname === shown) return;
    shown = pathname;
    const page = matches.at(-1)?.route.path;
    window.octoRum?.view(page === undefined || page === '*' ? unmatchedPage : page);
  });
}
