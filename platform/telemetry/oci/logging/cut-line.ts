import { attributeNames } from '../../names/attributes.ts';

/** OCI Logging cuts what is longer, and what it leaves is no JSON any more. */
export const mostCharacters = 10_000;
const roomForMark = 40;

/** A line that OCI Logging keeps whole: the longest of its texts are shortened, and how much is missing is told. */
export function cutLine(line: string): string {
  if (line.length <= mostCharacters) return line;
  const fields = Object.entries<unknown>(JSON.parse(line));
  const kept = new Map<string, unknown>();
  let room = mostCharacters - roomForMark;
  let left = fields.length;
  // From the shortest to the longest, each has an equal share of what is left.
  for (const [name, value] of fields.toSorted((one, other) => sizeOf(one) - sizeOf(other))) {
    const share = Math.floor(room / left);
    left -= 1;
    const fitted = fit(name, value, share);
    if (fitted === undefined) continue;
    kept.set(name, fitted);
    room -= sizeOf([name, fitted]);
  }
  const inOrder = fields.filter(([name]) => kept.has(name)).map(([name]) => [name, kept.get(name)]);
  const short = Object.fromEntries(inOrder);
  return JSON.stringify({ ...short, [attributeNames.lineCut]: line.length - JSON.stringify(short).length });
}

function fit(name: string, value: unknown, share: number): unknown {
  if (sizeOf([name, value]) <= share) return value;
  if (typeof value !== 'string') return undefined;
  for (let length = Math.min(value.length, share); length > 0; length = Math.floor(length * 0.8)) {
    const text = value.slice(0, length).toWellFormed();
    if (sizeOf([name, text]) <= share) return text;
  }
  return undefined;
}

/** As JSON has it, with what stands around it. */
function sizeOf(field: [name: string, value: unknown]): number {
  return JSON.stringify(field).length;
}
