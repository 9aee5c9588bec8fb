import type { AgentRumSettings, OwnRumSettings } from '@octo/contracts/browser-telemetry.ts';
import { type EarlySigns, watchEarly } from './early-signs.ts';
import { currentSession } from './session.ts';
import { asksForPrivacy, readSettings } from './settings.ts';

/** Begins to tell of this visit, if somebody is to be told and the visitor did not ask to be left alone. Never throws. */
export function startRum(): void {
  try {
    const settings = readSettings();
    if (settings === undefined || asksForPrivacy(navigator)) return;
    if (settings.kind === 'agent') loadAgent(settings);
    else if (currentSession(settings.samplePercent).isTold) afterFirstPaint(settings, watchEarly());
  } catch {
    // Then nobody is told, and the page is as it is.
  }
}

/** What a page is there for goes first. */
function afterFirstPaint(settings: OwnRumSettings, early: EarlySigns): void {
  const load = async () => (await import('./rum-client.ts')).startClient(settings, early);
  requestAnimationFrame(() => setTimeout(() => void load().catch(() => {})));
}

/** The agent of OCI reads what it is to do from one global, and asks for nothing else. */
function loadAgent({ endpoint, publicKey, webApplication, serviceName, traceOrigins }: AgentRumSettings): void {
  Object.assign(window, {
    apmrum: {
      serviceName,
      webApplication,
      ociDataUploadEndpoint: endpoint,
      OracleAPMPublicDataKey: publicKey,
      traceSupportingEndpoints: traceOrigins.map((origin) => ({
        hostPattern: `${origin.replace(/[.]/g, String.raw`\.`)}.*`,
        headers: ['APM'],
      })),
    },
  });
  const script = document.createElement('script');
  script.async = true;
  script.crossOrigin = 'anonymous';
  script.src = `${endpoint}/static/jslib/apmrum.min.js`;
  document.head.append(script);
}
