/** What nobody outside may see. */
export interface Inside {
  /** The public domain. */
  domain: string;
  /** The hosts of that domain that the public may know. */
  published: readonly string[];
  /** Whatever our machines and databases are called among each other: host names, names of databases, passwords. */
  names: readonly string[];
  /** Where they listen. */
  ports: readonly number[];
}

const loopback = /127\.0\.0\.1|\blocalhost\b|\[::1?\]|::ffff:127|\b0\.0\.0\.0\b/gi;
const databaseAddress = /\b(?:postgres(?:ql)?|jdbc|oracle):\/\//gi;

/** Everything in a text that belongs inside: as it was found, each once. */
export function sightingsIn(text: string, inside: Inside): string[] {
  const found = [
    ...matches(text, loopback),
    ...matches(text, databaseAddress),
    ...inside.names.filter((name) => text.toLowerCase().includes(name.toLowerCase())),
    ...inside.ports.flatMap((port) => matches(text, portPattern(port))),
    ...hostsOf(text, inside.domain).filter((host) => !inside.published.includes(host)),
  ];
  return [...new Set(found)];
}

/** After a host, or named as a port: the bare number may be a price. */
function portPattern(port: number): RegExp {
  return new RegExp(`(?:[\\w\\])]:|port\\W{1,4})${port}(?!\\d)`, 'gi');
}

function hostsOf(text: string, domain: string): string[] {
  const pattern = new RegExp(`[\\w.-]*\\b${domain.replaceAll('.', '\\.')}(?![\\w-])`, 'gi');
  return matches(text, pattern).map((host) => host.toLowerCase());
}

function matches(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(([match]) => match);
}
