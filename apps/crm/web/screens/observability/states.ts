import type { CrmView } from '@octo/contracts/crm/three-sixty.ts';
import type { DatabaseHealth, Peer, Pillar, Pillars } from '@octo/contracts/observability.ts';
import type { Statuses } from '@octo/ui/react/statuses.ts';

export const pillarStates: Statuses<Pillar['state']> = {
  working: { label: 'Working', tone: 'good' },
  failing: { label: 'Failing', tone: 'bad' },
  waiting: { label: 'Nothing sent yet', tone: 'info' },
  off: { label: 'Not configured', tone: 'quiet' },
  unknown: { label: 'Configured', tone: 'info' },
};

export const peerStates: Statuses<Peer['status']> = {
  healthy: { label: 'Healthy', tone: 'good' },
  not_ready: { label: 'Not ready', tone: 'warn' },
  unreachable: { label: 'Unreachable', tone: 'bad' },
  not_configured: { label: 'Not configured', tone: 'quiet' },
};

export const databaseStates: Statuses<DatabaseHealth['status']> = {
  connected: { label: 'Connected', tone: 'good' },
  disconnected: { label: 'Disconnected', tone: 'bad' },
};

export const circuitStates: Statuses<CrmView['circuit_breakers'][number]['state']> = {
  closed: { label: 'Closed', tone: 'good' },
  open: { label: 'Open', tone: 'bad' },
  half_open: { label: 'Trying', tone: 'warn' },
};

/** What each pillar is, with how it gets there when it is not. */
export const pillars: Readonly<Record<keyof Pillars, { title: string; about: string; missing: string }>> = {
  apm: {
    title: 'Traces (APM)',
    about: 'Spans of every request',
    missing: 'Set OTEL_EXPORTER_OTLP_ENDPOINT or OCI_APM_ENDPOINT.',
  },
  logging: {
    title: 'Logging',
    about: 'Log lines, beside standard output',
    missing: 'Set OTEL_EXPORTER_OTLP_ENDPOINT or OCI_LOGGING_LOG_ID.',
  },
  metrics: {
    title: 'Metrics',
    about: 'Counted here, sent every few seconds',
    missing: 'Set OTEL_EXPORTER_OTLP_ENDPOINT, or read /metrics.',
  },
  rum: {
    title: 'Browsers (RUM)',
    about: 'Pages tell of their visits themselves',
    missing: 'Set RUM_URL or OCI_APM_RUM_ENDPOINT.',
  },
  opsi: {
    title: 'Statements',
    about: 'What each statement costs, over time',
    missing: 'The observatory watches no database.',
  },
  db_management: {
    title: 'Database sessions',
    about: 'Who works, who waits, who is in the way',
    missing: 'The observatory watches no database.',
  },
  workflow_gateway: {
    title: 'Workflow gateway',
    about: 'Sweeps and the query lab',
    missing: 'Set SERVICE_GATEWAY_URL.',
  },
};
