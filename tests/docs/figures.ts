import { STATUS_CODES } from 'node:http';
import type { Facts } from './facts.ts';
import { truths } from './truths.ts';

/** Figures that count nothing: dates, the numbers of steps and standards, what is about. */
const harmless = [
  /\b20\d\d-\d\d-\d\d\b/g,
  /^\s*(\*\*)?\d+\. /g,
  /\btransaction \d\b/gi,
  /\bRFC \d+\b/g,
  /\babout \d+ \w+/g,
  /\bdecision \d+\b/gi,
  /\b127\.0\.0\.1\b/g,
];
const standalone = /(?<![\w.-])\d([\d,.]*\d)?(?![\w-])/g;

/** Every figure of a line has to be one that can be looked up. */
export async function figuresFault(line: string, facts: Facts): Promise<string | undefined> {
  let rest = line;
  for (const { says, is } of truths) {
    for (const [said, figure = ''] of rest.matchAll(says)) {
      const truth = await is(facts);
      if (Number(figure.replaceAll(',', '')) !== truth) return `it says "${said}", and it is ${truth}`;
    }
    rest = rest.replace(says, ' ');
  }
  for (const pattern of harmless) rest = rest.replace(pattern, ' ');
  const unknown = rest.match(standalone)?.find((figure) => !(figure in STATUS_CODES));
  return unknown === undefined
    ? undefined
    : `nobody looks ${unknown} up: say it without, or teach tests/docs/truths.ts`;
}
