/** When something happened by the clock of the day. The page's own clock stands still while a laptop sleeps. */
export function wallMs(timeStamp: number = performance.now()): number {
  return Date.now() - (performance.now() - timeStamp);
}
