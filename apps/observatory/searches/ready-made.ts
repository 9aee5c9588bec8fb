import type { SavedSearch, SearchPage } from '@octo/contracts/observatory-searches.ts';

function readyMade(page: SearchPage, id: string, name: string, asked: Readonly<Record<string, string>>): SavedSearch {
  return { id, page, name, query: new URLSearchParams(asked).toString(), isReadyMade: true, savedAt: null };
}

/** Searches that most people want sooner or later. */
export const readyMadeSearches: readonly SavedSearch[] = [
  readyMade('traces', 'errors', 'Errors', { status: 'error' }),
  readyMade('traces', 'slow-checkouts', 'Checkouts of more than 500 ms', { workflow: 'checkout', min: '500' }),
  readyMade('traces', 'deliveries', 'Orders on their way to the CRM', { q: 'deliver order.placed' }),
  readyMade('traces', 'slow-statements', 'SQL of more than 250 ms', { q: 'db.operation.name=*', min: '250' }),
  readyMade('traces', 'security-events', 'Security events', { q: 'security.record_security_event' }),
  readyMade('logs', 'log-errors', 'Application errors', { severity: 'ERROR' }),
  readyMade('logs', 'log-slow', 'Requests slower than 2 s', { q: 'duration_ms>2000' }),
  readyMade('logs', 'log-failed', 'Requests that failed', { q: 'http.response.status_code>=500' }),
  readyMade('logs', 'log-auth', 'Signing in and out', { q: 'http.route=/api/auth/*' }),
  readyMade('logs', 'log-security', 'Security events', { q: 'event.name=security.*' }),
  readyMade('logs', 'log-sync', 'Orders arriving at the CRM', { q: 'http.route=/api/integrations/*' }),
  readyMade('logs', 'log-statements', 'Statements that run long', { q: 'event.name=database.statement_running' }),
  readyMade('logs', 'log-database', 'Trouble with the database', { q: 'error.code=database.*' }),
];
