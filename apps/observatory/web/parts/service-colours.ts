const colours = 6;

/**
 * A colour of the series for each service, 1 to 6. A name has the same one everywhere, unless another of the same picture has
 * it already; beyond six they repeat, which is why a name always stands beside its colour.
 */
export function assignColours(services: readonly string[]): ReadonlyMap<string, number> {
  const assigned = new Map<string, number>();
  for (const service of [...new Set(services)].sort()) {
    const wanted = hashOf(service) % colours;
    const taken = new Set(assigned.values());
    const free = Array.from({ length: colours }, (_, step) => ((wanted + step) % colours) + 1);
    assigned.set(service, free.find((colour) => !taken.has(colour)) ?? wanted + 1);
  }
  return assigned;
}

function hashOf(text: string): number {
  let hash = 0;
  for (const letter of text) hash = (Math.imul(hash, 31) + (letter.codePointAt(0) ?? 0)) >>> 0;
  return hash;
}
