import { browserAttributes, vitalEvent } from '@octo/contracts/browser-telemetry.ts';
import { onCLS, onINP, onLCP, onTTFB } from 'web-vitals';
import type { Teller, View } from './teller.ts';

/** Tells the web vitals of each document, under the page that it began with; `document` is the view of that page. */
export function watchVitals(teller: Teller, document: () => View): void {
  const tell = ({ name, value }: { name: string; value: number }) => {
    const facts = {
      [browserAttributes.vitalName]: name,
      [browserAttributes.vitalValue]: Math.round(value * 10_000) / 10_000,
    };
    teller.event(vitalEvent, facts, { view: document(), place: document().place });
  };
  for (const watch of [onLCP, onINP, onCLS, onTTFB]) watch(tell);
}
