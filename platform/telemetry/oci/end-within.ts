/** Waits for the last work, and ends it when it takes too long. */
export async function endWithin(ms: number, ending: AbortController, work: Promise<void>): Promise<void> {
  const timer = setTimeout(() => ending.abort(), ms);
  try {
    await work;
  } finally {
    clearTimeout(timer);
    ending.abort();
  }
}
