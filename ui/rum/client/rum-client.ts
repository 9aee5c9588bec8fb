import { browserAttributes, type OwnRumSettings } from '@octo/contracts/browser-telemetry.ts';
import type { EarlySigns } from './early-signs.ts';
import { watchErrors } from './errors.ts';
import { traceFetches } from './fetches.ts';
import { watchInteractions } from './interactions.ts';
import type { EventFacts, OctoRum } from './octo-rum.ts';
import type { Facts } from './otlp.ts';
import { createSender } from './sender.ts';
import { createTeller, quietly } from './teller.ts';
import { arrivalOfDocument, tellLoad, tellReturn, tellView } from './views.ts';
import { watchVitals } from './vitals.ts';

/** Tells of this visit from now on, and of what there was before. */
export function startClient(settings: OwnRumSettings, early: EarlySigns): void {
  const sender = createSender(settings, window.fetch.bind(window));
  const arrival = arrivalOfDocument();
  const teller = createTeller(sender, settings.samplePercent, arrival);
  const interactions = watchInteractions(teller);
  let document = teller.view();
  tellLoad(teller, arrival);
  traceFetches(teller, interactions, settings.traceOrigins);
  early.stop();
  watchErrors(teller, interactions, early.errors);
  watchVitals(teller, () => document);

  const rum: OctoRum = {
    event: quietly((name, facts = {}) => teller.event(name, wireFacts(facts), { place: interactions.place() })),
    view: quietly((page) => tellView(teller, interactions, page)),
  };
  window.octoRum = rum;
  for (const say of early.told) say(rum);

  teller.on('pageshow', true, ({ persisted }) => {
    if (persisted) document = tellReturn(teller);
  });
  // On a phone a page that is hidden may never come back.
  const leave = () => queueMicrotask(() => sender.flush(true));
  for (const type of ['pagehide', 'visibilitychange'] as const) addEventListener(type, leave);
}

function wireFacts({ productId, category, units, cartUnits, outcome }: EventFacts): Facts {
  return {
    [browserAttributes.productId]: productId,
    [browserAttributes.category]: category,
    [browserAttributes.units]: units,
    [browserAttributes.cartUnits]: cartUnits,
    [browserAttributes.outcome]: outcome,
  };
}
