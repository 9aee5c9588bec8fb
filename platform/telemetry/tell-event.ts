import { context } from '@opentelemetry/api';
import type { LogFields, Logger } from './logger.ts';
import { attributeNames } from './names/attributes.ts';

/** Something that is said in a line of the log; never with personal data. */
export interface ToldEvent {
  /** What kind of event it is, such as `security.message_tampering`. */
  readonly name: string;
  readonly message: string;
  readonly fields?: LogFields;
}

let teller: Logger | undefined;

/** What the doors of domains tell is said by this logger from now on, until it is disposed of. */
export function tellEventsWith(logger: Logger): Disposable {
  teller = logger;
  return {
    [Symbol.dispose]: () => {
      if (teller === logger) teller = undefined;
    },
  };
}

/** Something to say in the trace that it is about, now or later. */
export function eventTeller({ name, message, fields }: ToldEvent): () => void {
  const about = { [attributeNames.event]: name, ...fields };
  return context.bind(context.active(), () => teller?.warn(about, message));
}
