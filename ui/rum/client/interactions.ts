import { browserAttributes } from '@octo/contracts/browser-telemetry.ts';
import { wallMs } from './clock.ts';
import { controlAt, nameOfControl, nameOfForm } from './control.ts';
import { handOver } from './handover.ts';
import { below, type TracePlace } from './ids.ts';
import type { Facts } from './otlp.ts';
import type { Teller } from './teller.ts';

/** Something that a person did, and what it set off. */
interface Interaction {
  name: string;
  place: TracePlace;
  startMs: number;
  lastMs: number;
  /** Calls under way. */
  open: number;
  isLeaving: boolean;
  facts: Facts;
  timer: ReturnType<typeof setTimeout> | undefined;
}

export interface Interactions {
  /** Where what happens now belongs. */
  place(): TracePlace | undefined;
  /** A call that belongs to what is going on; the answer says that it is over. */
  join(): () => void;
}

/** Nothing more comes of a click after so long without anything under way. */
const quietMs = 1000;
/** For a document on its way. */
const leavingMs = 10_000;
/** A click and the submission that it causes are one. */
const sameMs = 100;

/** Watches clicks and submissions: each begins a trace that its calls, and the document that it leads to, belong to. */
export function watchInteractions(teller: Teller): Interactions {
  let current: Interaction | undefined;

  function begin(name: string, timeStamp: number): void {
    finish();
    const startMs = wallMs(timeStamp);
    const facts = { ...teller.about(), [browserAttributes.activity]: 'interaction', [browserAttributes.control]: name };
    current = {
      name,
      place: below(undefined),
      startMs,
      lastMs: startMs,
      open: 0,
      isLeaving: false,
      facts,
      timer: undefined,
    };
    settleLater(current, quietMs);
    requestAnimationFrame(() => current && touch(current));
  }

  function touch(interaction: Interaction): void {
    interaction.lastMs = wallMs();
  }

  function settleLater(interaction: Interaction, ms: number): void {
    clearTimeout(interaction.timer);
    interaction.timer = setTimeout(() => {
      if (interaction.open > 0) settleLater(interaction, quietMs);
      else if (interaction === current) finish();
    }, ms);
  }

  function finish(): void {
    if (!current) return;
    const { name, place, startMs, lastMs, isLeaving, facts, timer } = current;
    clearTimeout(timer);
    current = undefined;
    teller.span({ name, place, parent: undefined, startMs, endMs: isLeaving ? wallMs() : lastMs, facts });
  }

  function leave(): void {
    if (!current) return;
    current.isLeaving = true;
    handOver(current.place);
    settleLater(current, leavingMs);
  }

  teller.on('click', true, (event) => {
    const control = controlAt(event.target);
    if (control) begin(`click ${nameOfControl(control, teller.page())}`, event.timeStamp);
  });
  teller.on('submit', true, ({ target, timeStamp }) => {
    if (!(target instanceof HTMLFormElement)) return;
    const name = `submit ${nameOfForm(target)}`;
    if (current && wallMs(timeStamp) - current.startMs < sameMs) {
      current.name = name;
      current.facts[browserAttributes.control] = name;
    } else begin(name, timeStamp);
  });
  // After the page's own handlers, which may have kept the browser from going anywhere.
  teller.on('click', false, (event) => void (goesElsewhere(event) && leave()));
  teller.on('submit', false, ({ defaultPrevented }) => void (!defaultPrevented && leave()));
  teller.on('pagehide', false, finish);

  return {
    place: () => current?.place,
    join() {
      const joined = current;
      if (!joined) return () => {};
      joined.open += 1;
      return () => {
        joined.open -= 1;
        touch(joined);
        if (!joined.isLeaving) settleLater(joined, quietMs);
      };
    },
  };
}

/** Whether a click leads to another document of ours in this tab. */
function goesElsewhere(event: Event): boolean {
  if (event.defaultPrevented || !(event instanceof MouseEvent) || !(event.target instanceof Element)) return false;
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return false;
  const link = event.target.closest<HTMLAnchorElement>('a[href]');
  if (!link || link.origin !== location.origin || link.hasAttribute('download')) return false;
  const isHere = link.pathname === location.pathname && link.search === location.search && link.hash !== '';
  return !isHere && (link.target === '' || link.target === '_self');
}
