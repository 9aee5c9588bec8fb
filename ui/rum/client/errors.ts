import { browserAttributes, errorEvent } from '@octo/contracts/browser-telemetry.ts';
import type { Interactions } from './interactions.ts';
import { type Frame, framesOf, sourceOf, writeFrames } from './stack.ts';
import type { Teller } from './teller.ts';

const mostPerPage = 20;
const longestMessage = 200;
const longestRead = 2000;

/** Tells of errors that nobody caught, those of before included. */
export function watchErrors(
  teller: Teller,
  interactions: Interactions,
  early: readonly (ErrorEvent | PromiseRejectionEvent)[],
): void {
  let told = 0;

  function tell(event: Event): void {
    const reason: unknown = event instanceof ErrorEvent ? event.error : Object(event).reason;
    const message = event instanceof ErrorEvent && !(reason instanceof Error) ? event.message : messageOf(reason);
    const frames = framesOf(reason instanceof Error ? (reason.stack ?? '') : '', location.origin);
    const place = frames[0] ?? (event instanceof ErrorEvent ? placeOf(event) : undefined);
    // Of scripts that are not ours, extensions for example, the browser tells nothing, and neither do we.
    if (place === undefined || told >= mostPerPage) return;
    told += 1;
    const facts = {
      [browserAttributes.exceptionType]: reason instanceof Error ? reason.name : 'Error',
      [browserAttributes.exceptionMessage]: withoutDetails(message).slice(0, longestMessage),
      [browserAttributes.exceptionStack]: writeFrames(frames),
      [browserAttributes.file]: place.file,
      [browserAttributes.line]: place.line,
      [browserAttributes.column]: place.column,
    };
    teller.event(errorEvent, facts, { place: interactions.place() });
  }

  for (const event of early) tell(event);
  teller.on('error', false, tell);
  teller.on('unhandledrejection', false, tell);
}

function placeOf({ filename, lineno, colno }: ErrorEvent): Frame | undefined {
  const file = sourceOf(filename, location.origin);
  return file === undefined ? undefined : { name: '', file, line: lineno, column: colno };
}

function messageOf(reason: unknown): string {
  if (reason instanceof Error) return reason.message;
  return typeof reason === 'string' ? reason : `Something that is no error was thrown: ${typeof reason}`;
}

/** What browsers quote of the code, such as `(reading 'name')`. */
const quotesCode = /\b(?:reading|setting|evaluating|property|properties|access|execute|on|type)\s$/;

/** Messages quote what people typed: what is quoted and is no name of the code goes, and addresses and numbers too. */
export function withoutDetails(message: string): string {
  return message
    .slice(0, longestRead)
    .replace(/"[^"]*"|'[^']*'|`[^`]*`/g, (quoted, at: number, whole: string) =>
      /^.[\w$.]{1,40}.$/.test(quoted) && quotesCode.test(whole.slice(0, at)) ? quoted : '…',
    )
    .replace(/\S+@\S+/g, '…')
    .replace(/https?:\/\/\S+/g, '…')
    .replace(/\d+/g, '#');
}
