/** Side by side: one receiver that is away must not take the time of the others. */
export async function closeAll(parts: readonly AsyncDisposable[]): Promise<void> {
  await Promise.all(parts.map((part) => part[Symbol.asyncDispose]()));
}
