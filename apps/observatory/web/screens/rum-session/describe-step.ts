import { browserAttributes as names, vitalNames } from '@octo/contracts/browser-telemetry.ts';
import type { BrowserStep } from '@octo/contracts/observatory-browser.ts';
import { formatMilliseconds, formatQuantity } from '@octo/ui/format.ts';
import { formatVital, ratingOf, ratings, vitalTitles } from '../rum/vital-words.ts';

export interface StepWords {
  title: string;
  details: string;
}

type Attributes = BrowserStep['attributes'];

/** What a step was, in words. */
export function describeStep({ kind, name, attributes }: BrowserStep): StepWords {
  if (kind === 'load') return { title: 'Page loaded', details: phasesOf(attributes) };
  if (kind === 'return') return { title: 'Came back to the page', details: '' };
  if (kind === 'view') return { title: 'Page shown', details: '' };
  if (kind === 'web_vital') return vitalWords(name, attributes);
  if (kind === 'error') return errorWords(attributes);
  if (kind === 'fetch') return { title: name, details: outcomeOf(attributes) };
  if (kind === 'custom') return { title: sentence(name), details: factsOf(attributes) };
  return { title: sentence(name), details: '' };
}

function phasesOf(attributes: Attributes): string {
  const phases = [
    ['connecting', names.connectMs],
    ['server', names.waitMs],
    ['download', names.downloadMs],
    ['drawing', names.domMs],
  ] as const;
  return listed(
    phases.map(([title, key]) => {
      const ms = numberOf(attributes, key);
      return ms === undefined || ms < 1 ? '' : `${title} ${formatMilliseconds(ms)}`;
    }),
  );
}

function vitalWords(fallback: string, attributes: Attributes): StepWords {
  const vital = vitalNames.find((known) => known === attributes[names.vitalName]);
  const value = numberOf(attributes, names.vitalValue);
  if (vital === undefined || value === undefined) return { title: sentence(fallback), details: '' };
  return {
    title: `${vitalTitles[vital]} ${formatVital(vital, value)}`,
    details: ratings[ratingOf(vital, value)].label,
  };
}

function errorWords(attributes: Attributes): StepWords {
  const line = numberOf(attributes, names.line);
  const file = textOf(attributes, names.file);
  const title = `${textOf(attributes, names.exceptionType)}: ${textOf(attributes, names.exceptionMessage)}`;
  return { title, details: line === undefined ? file : `${file}:${line}` };
}

function outcomeOf(attributes: Attributes): string {
  const status = numberOf(attributes, names.status);
  if (status !== undefined) return `answered ${status}`;
  const failure = textOf(attributes, names.errorType);
  return failure === '' ? '' : `no answer (${failure})`;
}

function factsOf(attributes: Attributes): string {
  const units = numberOf(attributes, names.units);
  const inCart = numberOf(attributes, names.cartUnits);
  const product = numberOf(attributes, names.productId);
  return listed([
    product === undefined ? '' : `product ${product}`,
    textOf(attributes, names.category),
    units === undefined ? '' : formatQuantity(units, 'unit'),
    inCart === undefined ? '' : `${formatQuantity(inCart, 'unit')} in the cart`,
    textOf(attributes, names.outcome),
  ]);
}

function listed(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(', ');
}

function sentence(name: string): string {
  const words = name.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function numberOf(attributes: Attributes, name: string): number | undefined {
  const value = attributes[name];
  return typeof value === 'number' ? value : undefined;
}

function textOf(attributes: Attributes, name: string): string {
  const value = attributes[name];
  return typeof value === 'string' ? value : '';
}
