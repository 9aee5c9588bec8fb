import { browserAttributes } from '@octo/contracts/browser-telemetry.ts';
import { wallMs } from './clock.ts';
import { newId, type TracePlace } from './ids.ts';
import type { BrowserSpan, Facts } from './otlp.ts';
import type { Sender } from './sender.ts';
import { currentSession } from './session.ts';

/** What the visitor looks at: a document, or what the page put in its place. */
export interface View {
  id: string;
  page: string;
  place: TracePlace;
}

/** Says what happened, with whom and where it happened. */
export interface Teller {
  span(span: BrowserSpan): void;
  event(name: string, facts: Facts, options?: { place?: TracePlace | undefined; view?: View }): void;
  /** What everything that is told now has in common. */
  about(view?: View): Facts;
  page(): string;
  view(): View;
  show(page: string, place: TracePlace): View;
  /** Listens without ever disturbing the page. */
  on<K extends keyof WindowEventMap>(type: K, isFirst: boolean, work: (event: WindowEventMap[K]) => void): void;
}

export function createTeller(sender: Sender, samplePercent: number, first: Omit<View, 'id'>): Teller {
  let current: View = { ...first, id: newId(8) };
  const isPhone = matchMedia('(pointer: coarse)').matches;

  function about(view: View = current): Facts {
    return {
      [browserAttributes.sessionId]: currentSession(samplePercent).id,
      [browserAttributes.viewId]: view.id,
      [browserAttributes.page]: view.page,
      [browserAttributes.isPhone]: isPhone,
    };
  }

  return {
    about,
    span: sender.span,
    event(name, facts, { place = current.place, view = current } = {}) {
      sender.event({ name, timeMs: wallMs(), place, facts: { ...about(view), ...facts } });
    },
    page: () => current.page,
    view: () => current,
    show(page, place) {
      current = { id: newId(8), page, place };
      return current;
    },
    on: (type, isFirst, work) => addEventListener(type, quietly(work), { capture: isFirst, passive: true }),
  };
}

/** A failure of ours is never one of the page. */
export function quietly<Args extends unknown[]>(work: (...args: Args) => void): (...args: Args) => void {
  return (...args) => {
    try {
      work(...args);
    } catch {
      // Then this is not told.
    }
  };
}
