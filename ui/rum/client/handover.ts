import { traceCookie } from '@octo/contracts/browser-telemetry.ts';
import { readTraceparent, type TracePlace, traceparentOf } from './ids.ts';

const livesSeconds = 10;

/** Gives the trace of a click to the document that it leads to: the browser asks for that without our headers. */
export function handOver(place: TracePlace): void {
  writeCookie(traceparentOf(place), livesSeconds);
}

/** What the page before handed over; it is taken once. */
export function takeOver(): TracePlace | undefined {
  const value = document.cookie
    .split('; ')
    .find((cookie) => cookie.startsWith(`${traceCookie}=`))
    ?.slice(traceCookie.length + 1);
  if (value === undefined) return undefined;
  writeCookie('', 0);
  return readTraceparent(value);
}

function writeCookie(value: string, seconds: number): void {
  const secure = location.protocol === 'https:' ? '; Secure' : '';
  // biome-ignore lint/suspicious/noDocumentCookie: the store of cookies is asynchronous, and the page is about to be left.
  document.cookie = `${traceCookie}=${value}; Max-Age=${seconds}; Path=/; SameSite=Lax${secure}`;
}
