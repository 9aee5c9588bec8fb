// What pages tell of the visits that they get: said in a browser, read by the observatory, so both know it from here.

/** Where the observatory takes it, as OTLP in JSON. */
export const browserIntakePaths = { traces: '/intake/browser/v1/traces', logs: '/intake/browser/v1/logs' } as const;

/** The meta element that tells a page where to, and what. */
export const rumMetaName = 'octo-rum';

/** Hands the trace of a click on to the document that it leads to. */
export const traceCookie = 'octo_trace';

/** The service of whatever a browser sends. */
export const browserService = 'browser';

/** What a browser span tells of. */
export const browserActivities = ['load', 'return', 'view', 'interaction', 'fetch'] as const;
export type BrowserActivity = (typeof browserActivities)[number];

/** The page at an address that none of ours has. */
export const unmatchedPage = 'unmatched';

/** What a browser log record tells of, in its `event.name`. */
export const vitalEvent = 'browser.web_vital';
export const errorEvent = 'browser.error';
export const customEvents = ['add_to_cart', 'checkout_start', 'checkout_complete', 'checkout_error'] as const;
export type CustomEvent = (typeof customEvents)[number];

export const vitalNames = ['LCP', 'INP', 'CLS', 'TTFB'] as const;
export type VitalName = (typeof vitalNames)[number];

/** Up to the first a vital is good, beyond the second it is poor (web.dev/vitals). Milliseconds, CLS without a unit. */
export const vitalLimits: Readonly<Record<VitalName, readonly [good: number, poor: number]>> = {
  LCP: [2500, 4000],
  INP: [200, 500],
  CLS: [0.1, 0.25],
  TTFB: [800, 1800],
};

/** Whose page it was, as the observatory found out; a page has no say in it. */
export const pageAttributes = { app: 'octo.app', origin: 'octo.browser.origin' } as const;

/** The attributes that a page may use, on spans and events alike; what else it says is left out. */
export const browserAttributes = {
  eventName: 'event.name',
  sessionId: 'session.id',
  viewId: 'octo.page_view.id',
  page: 'octo.page',
  activity: 'octo.browser.activity',
  control: 'octo.browser.control',
  navigation: 'octo.browser.navigation',
  isPhone: 'browser.mobile',
  method: 'http.request.method',
  status: 'http.response.status_code',
  template: 'url.template',
  errorType: 'error.type',
  connectMs: 'octo.browser.connect_ms',
  waitMs: 'octo.browser.wait_ms',
  downloadMs: 'octo.browser.download_ms',
  domMs: 'octo.browser.dom_ms',
  vitalName: 'web_vital.name',
  vitalValue: 'web_vital.value',
  exceptionType: 'exception.type',
  exceptionMessage: 'exception.message',
  exceptionStack: 'exception.stacktrace',
  file: 'code.file.path',
  line: 'code.line.number',
  column: 'code.column.number',
  productId: 'octo.product.id',
  category: 'octo.product.category',
  units: 'octo.units',
  cartUnits: 'octo.cart.units',
  outcome: 'octo.outcome',
} as const;
export type BrowserAttribute = (typeof browserAttributes)[keyof typeof browserAttributes];

/** What the meta element holds, as JSON. */
export type RumSettings = OwnRumSettings | AgentRumSettings;

export interface OwnRumSettings {
  kind: 'observatory';
  /** Base address of the observatory. */
  url: string;
  /** Of a hundred sessions so many are told of. */
  samplePercent: number;
  /** Other origins whose servers take `traceparent`. */
  traceOrigins: readonly string[];
  /** Version of the pages. */
  release: string;
}

/** The agent of OCI APM, in place of our own client. */
export interface AgentRumSettings {
  kind: 'agent';
  endpoint: string;
  publicKey: string;
  webApplication: string;
  serviceName: string;
  traceOrigins: readonly string[];
}
