import type { NotPortable } from './not-portable.ts';
import { isInSuite } from './selection.ts';

/** What is wrong with an exception: it names what is not there, or its reason is gone. `source` is of its file, if that exists. */
export function exceptionFaults({ file, tests, sign }: NotPortable, source: string | undefined): string[] {
  if (source === undefined) return [`${file} does not exist`];
  if (!isInSuite(file)) return [`${file} does not belong to the suite: nothing has to be left out`];
  if (tests === 'all')
    return source.includes(sign) ? [] : [`${file} no longer holds "${sign}": it belongs to the suite`];
  const bodies = testBodies(source);
  return tests.flatMap((name) => {
    const body = bodies.get(name);
    if (body === undefined) return [`${file} has no test "${name}"`];
    return body.includes(sign) ? [] : [`"${name}" in ${file} no longer holds "${sign}": it belongs to the suite`];
  });
}

/** The text of each test that is written with its name, at the outermost level of a file. */
function testBodies(source: string): Map<string, string> {
  const starts = /^test\((['"`])(.*?)\1,/gms;
  const found = [...source.matchAll(starts)];
  return new Map(found.map((match, index) => [match[2] ?? '', source.slice(match.index, found[index + 1]?.index)]));
}
