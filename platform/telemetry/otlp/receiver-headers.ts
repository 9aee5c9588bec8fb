import { validateHeaderName, validateHeaderValue } from 'node:http';

/**
 * Headers as OpenTelemetry writes them: `name=value`, comma separated, values percent-encoded. Throws for one that HTTP cannot
 * carry; what it holds is not told.
 */
export function readHeaders(text: string): Record<string, string> {
  const pairs = text.split(',').filter((pair) => pair.includes('='));
  return Object.fromEntries(pairs.map(readHeader));
}

function readHeader(pair: string): [name: string, value: string] {
  const middle = pair.indexOf('=');
  const name = pair.slice(0, middle).trim();
  const value = percentDecoded(pair.slice(middle + 1).trim());
  try {
    validateHeaderName(name);
    validateHeaderValue(name, value);
  } catch {
    throw new Error('holds a header that cannot be sent');
  }
  return [name, value];
}

/** A comma or space in a header arrives percent-encoded. */
function percentDecoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
