import {
  browserActivities,
  type CustomEvent,
  errorEvent,
  browserAttributes as names,
  pageAttributes,
  vitalEvent,
} from '@octo/contracts/browser-telemetry.ts';
import {
  bounded,
  byId,
  type EventName,
  free,
  numberOf,
  own,
  proposed,
  type SpanName,
  standard,
  type TelemetryName,
  wholeById,
} from '@octo/platform/telemetry/names/name.ts';

const everywhere = ['browser span', 'browser event'] as const;
const milliseconds = { ...free, type: 'number', unit: 'ms', isExperimental: true } as const;
const place = { ...bounded, type: 'whole number' } as const;

/** The spans of a browser. */
export const browserSpanNames: readonly SpanName[] = [
  {
    name: '{activity} {page}',
    on: 'browser span',
    kind: 'INTERNAL',
    pattern: new RegExp(`^(${browserActivities.join('|')}) \\S+$`),
    meaning: 'A document was loaded, came back, or showed something else',
  },
  {
    name: '{action} {control}',
    on: 'browser span',
    kind: 'INTERNAL',
    pattern: /^(click|submit) .+$/,
    meaning: 'What came of a click, until the page was quiet again; the root of the trace',
  },
  {
    name: '{method} {template}',
    on: 'browser span',
    kind: 'CLIENT',
    pattern: /^[A-Z]+ \S+$/,
    meaning: 'A call of a server, by the template of its address',
  },
];

/** What each attribute of a browser says; where it stands there is a reason why it may be said. */
export const browserNames: readonly TelemetryName[] = [
  own(pageAttributes.app, 'resource', 'App that the page is of, as the observatory knows it by its origin'),
  own(pageAttributes.origin, 'resource', 'Where the page was loaded from', bounded),
  proposed(names.eventName, 'browser event', 'Which event it is'),
  proposed(names.sessionId, everywhere, 'Id of the visit, made up for one tab; nothing in it says whose it is', byId),
  own(names.viewId, everywhere, 'Id of what was on the screen: a document, or what took its place', byId),
  own(names.page, everywhere, 'Template of the page, e.g. `/products/:id`', bounded),
  own(names.activity, 'browser span', `What the span tells of: ${browserActivities.join(', ')}`),
  own(names.control, 'browser span', 'What was clicked or submitted, by role and target; never its text', bounded),
  own(names.navigation, 'browser span', 'How the document came: `navigate`, `reload`, `back_forward` or `prerender`'),
  proposed(names.isPhone, everywhere, 'Whether it is worked with the fingers'),
  standard(names.method, 'browser span', 'Method of a call'),
  standard(names.status, 'browser span', 'Status that a call was answered with', place),
  proposed(
    names.template,
    'browser span',
    'Template of the address called, without what is in the place of ids',
    bounded,
  ),
  standard(names.errorType, 'browser span', 'Why a call had no answer', bounded),
  own(names.connectMs, 'browser span', 'Until the server was reached', milliseconds),
  own(names.waitMs, 'browser span', 'Until its answer began', milliseconds),
  own(names.downloadMs, 'browser span', 'The time that the answer took', milliseconds),
  own(names.domMs, 'browser span', 'From the answer to the document that can be used', milliseconds),
  own(names.vitalName, 'browser event', 'LCP, INP, CLS or TTFB'),
  own(names.vitalValue, 'browser event', 'Its value: milliseconds, of CLS a number without unit', {
    ...free,
    type: 'number',
  }),
  standard(names.exceptionType, 'browser event', 'Class of an error that nobody caught', bounded),
  standard(names.exceptionMessage, 'browser event', 'Its message, without what it quotes, numbers and addresses', free),
  standard(names.exceptionStack, 'browser event', 'Frames of our own scripts, ten at most', free),
  standard(names.file, 'browser event', 'Script in which it was thrown', bounded),
  standard(names.line, 'browser event', 'Line in it', place),
  standard(names.column, 'browser event', 'Column in it', place),
  own(names.productId, 'browser event', 'Product that was put into the cart', wholeById),
  own(names.category, 'browser event', 'Its category', bounded),
  own(names.units, 'browser event', 'Units that were put into the cart, or ordered', numberOf('{unit}')),
  own(names.cartUnits, 'browser event', 'Units in the cart', numberOf('{unit}')),
  own(names.outcome, 'browser event', 'Why a checkout did not go on: `invalid` or `refused`'),
];

/** Every event of a browser, with what it carries beside where it happened. */
export const browserEvents: readonly EventName[] = [
  {
    name: vitalEvent,
    isExperimental: true,
    meaning: 'One web vital of a document, once it is known',
    attributes: [names.vitalName, names.vitalValue],
  },
  {
    name: errorEvent,
    meaning: 'An error that nobody caught, in a script of ours',
    attributes: [
      names.exceptionType,
      names.exceptionMessage,
      names.exceptionStack,
      names.file,
      names.line,
      names.column,
    ],
  },
  {
    name: 'add_to_cart',
    meaning: 'Somebody put a product into the cart',
    attributes: [names.productId, names.category, names.units, names.cartUnits],
  },
  { name: 'checkout_start', meaning: 'Somebody looks at the form of the checkout', attributes: [names.cartUnits] },
  { name: 'checkout_complete', meaning: 'An order was confirmed', attributes: [names.units] },
  { name: 'checkout_error', meaning: 'A checkout did not go on', attributes: [names.outcome] },
] satisfies readonly (EventName & { name: CustomEvent | typeof vitalEvent | typeof errorEvent })[];
