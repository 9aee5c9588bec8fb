import { browserAttributes as names } from '@octo/contracts/browser-telemetry.ts';
import type { FlatAttributes, Scalar } from '../otlp/records.ts';

/** What a page may say of itself. Anything else is left out, for it might be about the person who looks at it. */
const allowed = new Set<string>(Object.values(names));
/** Words of an error: where they name an address, they name a file of ours. */
const words = new Set<string>([names.exceptionMessage, names.exceptionStack]);
const ids: ReadonlyMap<string, RegExp> = new Map([
  [names.sessionId, /^[0-9a-f]{32}$/],
  [names.viewId, /^[0-9a-f]{16}$/],
]);
const longestText = 200;
const longestStack = 2000;

export function allowedAttributes(attributes: FlatAttributes): FlatAttributes {
  const kept = Object.entries(attributes).flatMap(([name, value]): [string, Scalar][] => {
    if (!allowed.has(name) || Array.isArray(value)) return [];
    if (typeof value !== 'string') return [[name, value]];
    if (ids.get(name)?.test(value) === false) return [];
    const longest = name === names.exceptionStack ? longestStack : longestText;
    return [[name, words.has(name) ? withoutPeople(value).slice(0, longest) : plain(value)]];
  });
  return Object.fromEntries(kept);
}

/** What follows a path, such as a search, is nobody's business, nor is anybody's address. */
export function plain(value: string): string {
  return withoutPeople(value.split(/[?#]/, 1)[0] ?? '').slice(0, longestText);
}

/** Word by word: a pattern that looks for what stands around an @ would take minutes of a long word made up to keep it busy. */
function withoutPeople(text: string): string {
  return text.includes('@') ? text.replace(/[^\s()<>"']+/g, (word) => (word.includes('@') ? '…' : word)) : text;
}
