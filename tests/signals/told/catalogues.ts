import { browserService } from '@octo/contracts/browser-telemetry.ts';
import { observatoryName, serviceNames } from '@octo/contracts/telemetry/services.ts';
import { metricNames as platformMetricNames } from '@octo/platform/telemetry/names/metrics.ts';
import { telemetryNames as platformTelemetryNames } from '@octo/platform/telemetry/names.ts';
import * as crmNames from '../../../apps/crm/telemetry-names.ts';
import { browserEvents, browserNames, browserSpanNames } from '../../../apps/observatory/browser/telemetry-names.ts';
import * as observatoryNames from '../../../apps/observatory/telemetry-names.ts';
import * as shopNames from '../../../apps/shop/telemetry-names.ts';
import * as gatewayNames from '../../../apps/workflow-gateway/telemetry-names.ts';
import type { Catalogue } from '../../telemetry/emitted.ts';

const none: Catalogue = { spanNames: [], telemetryNames: [], metricNames: [], eventNames: [] };

const catalogues: ReadonlyMap<string, Catalogue> = new Map<string, Catalogue>([
  [serviceNames.shop, shopNames],
  [serviceNames.crm, crmNames],
  [serviceNames.gateway, gatewayNames],
  [
    browserService,
    {
      ...none,
      spanNames: browserSpanNames,
      telemetryNames: [...platformTelemetryNames, ...browserNames],
      eventNames: browserEvents,
    },
  ],
  [
    observatoryName,
    {
      ...none,
      telemetryNames: [...platformTelemetryNames, ...observatoryNames.telemetryNames],
      metricNames: [...platformMetricNames, ...observatoryNames.metricNames],
    },
  ],
]);

/** What somebody may tell; of a stranger nothing. */
export function catalogueOf(service: string): Catalogue {
  return catalogues.get(service) ?? none;
}
