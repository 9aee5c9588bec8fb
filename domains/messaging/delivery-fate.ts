/** How a delivery went: received, or why not. `code` is that of the receiver's problem. */
export type DeliveryOutcome =
  | { reason: 'delivered' }
  | { reason: 'unavailable' | 'unreachable' | 'timed_out' }
  | { reason: 'status'; status: number; code: string | undefined };

/**
 * What becomes of a delivery. `isCounted`: the receiver failed over this very message. `isPaced`: the circuit breaker sees to
 * it that such tries are few, so that the next one may come soon.
 */
export type DeliveryFate =
  | { state: 'delivered' }
  | { state: 'waiting'; error: string; isCounted: boolean; isPaced: boolean }
  | { state: 'dead'; error: string };

/** A message that the receiver failed over so often is given up. */
export const mostFailures = 8;

/** Whoever answers so is away, busy or wrongly configured: it says nothing about the message. */
const saysNothing = new Set([401, 403, 408, 429, 502, 503, 504]);

/** There is no such address: whoever answers so is a release from before it, or stands where the receiver should. */
const knowsNoAddress = new Set(['http.not_found', 'http.method_not_allowed', 'http.404', 'http.405']);

/** `failures`: how often the receiver failed over the message before. */
export function fateOf(outcome: DeliveryOutcome, failures: number): DeliveryFate {
  if (outcome.reason === 'delivered') return { state: 'delivered' };
  if (outcome.reason !== 'status') return { state: 'waiting', error: outcome.reason, isCounted: false, isPaced: true };
  const { status, code: error = `http.${status}` } = outcome;
  const isOfTheServer = status >= 500;
  if (status < 400 || saysNothing.has(status) || knowsNoAddress.has(error))
    return { state: 'waiting', error, isCounted: false, isPaced: isOfTheServer };
  if (isOfTheServer && failures + 1 < mostFailures) return { state: 'waiting', error, isCounted: true, isPaced: false };
  return { state: 'dead', error };
}
