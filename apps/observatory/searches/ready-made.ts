import type { SavedSearch, SearchPage } from '@octo/contracts/observatory-searches.ts';
import { businessSpans } from '@octo/contracts/telemetry/business.ts';
import { anySecurityEvent } from '@octo/contracts/telemetry/security.ts';
import { attributeNames as names } from '@octo/platform/telemetry/names/attributes.ts';
import { eventNames } from '@octo/platform/telemetry/names/events.ts';
import { deliverySpanName } from '@octo/platform/telemetry/names/messaging.ts';

function readyMade(page: SearchPage, id: string, name: string, asked: Readonly<Record<string, string>>): SavedSearch {
  return { id, page, name, query: new URLSearchParams(asked).toString(), isReadyMade: true, savedAt: null };
}

/** Searches that most people want sooner or later. */
export const readyMadeSearches: readonly SavedSearch[] = [
  readyMade('traces', 'errors', 'Errors', { status: 'error' }),
  readyMade('traces', 'slow-checkouts', 'Checkouts of more than 500 ms', { workflow: 'checkout', min: '500' }),
  readyMade('traces', 'deliveries', 'Orders on their way to the CRM', { q: deliverySpanName('order.placed') }),
  readyMade('traces', 'slow-statements', 'SQL of more than 250 ms', { q: `${names.operation}=*`, min: '250' }),
  readyMade('traces', 'security-events', 'Security events', { q: businessSpans.recordSecurityEvent }),
  readyMade('logs', 'log-errors', 'Application errors', { severity: 'ERROR' }),
  readyMade('logs', 'log-slow', 'Requests slower than 2 s', { q: `${names.durationMs}>2000` }),
  readyMade('logs', 'log-failed', 'Requests that failed', { q: `${names.status}>=500` }),
  readyMade('logs', 'log-auth', 'Signing in and out', { q: `${names.route}=/api/auth/*` }),
  readyMade('logs', 'log-security', 'Security events', { q: `${names.event}=${anySecurityEvent}` }),
  readyMade('logs', 'log-sync', 'Orders arriving at the CRM', { q: `${names.route}=/api/integrations/*` }),
  readyMade('logs', 'log-statements', 'Statements that run long', {
    q: `${names.event}=${eventNames.statementRunning}`,
  }),
  readyMade('logs', 'log-database', 'Trouble with the database', { q: `${names.errorCode}=database.*` }),
];
