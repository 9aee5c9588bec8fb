import { browserService, pageAttributes } from '@octo/contracts/browser-telemetry.ts';
import { attributeNames } from '@octo/platform/telemetry/names/attributes.ts';
import type { Resource } from '../otlp/records.ts';

/** Whose page it is that tells, by where it was loaded from. */
export interface PageSource {
  readonly app: string;
  readonly origin: string;
}

const longestRelease = 60;

/** The service of whatever a browser sends; of that, and of its app, it has no say. */
export function resourceOfPage({ app, origin }: PageSource, release: unknown): Resource {
  const version = typeof release === 'string' && /^[\w.+-]+$/.test(release) ? release.slice(0, longestRelease) : '';
  return {
    service: browserService,
    attributes: {
      [attributeNames.serviceName]: browserService,
      ...(version && { [attributeNames.serviceVersion]: version }),
      [pageAttributes.app]: app,
      [pageAttributes.origin]: origin,
    },
  };
}
