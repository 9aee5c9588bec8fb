const longestChain = 20;

/** Everybody who stands in the way of a session, nearest first, from who directly waits for whom. */
export function blockersOf(sessionId: string, direct: ReadonlyMap<string, readonly string[]>): string[] {
  const found = new Set<string>();
  let nearest: readonly string[] = direct.get(sessionId) ?? [];
  while (nearest.length > 0 && found.size < longestChain) {
    const fresh = nearest.filter((id) => id !== sessionId && !found.has(id));
    for (const id of fresh) found.add(id);
    nearest = fresh.flatMap((id) => direct.get(id) ?? []);
  }
  return [...found].slice(0, longestChain);
}
