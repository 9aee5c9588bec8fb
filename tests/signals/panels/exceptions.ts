import { browserAttributes as names, type VitalName, vitalEvent } from '@octo/contracts/browser-telemetry.ts';
import { workOf } from '../../../apps/observatory/insight/store/testing/store-room.ts';
import { emptyLog } from '../../../apps/observatory/otlp/records.ts';
import type { AlarmRoom } from '../../../apps/observatory/testing/alarm-room.ts';
import { newId } from '../../../apps/observatory/testing/otlp-json.ts';
import { totalsOf } from '../../../apps/observatory/testing/scripted-database.ts';

/** Why a day of people leaves a panel without data, and what happens in an observatory where it has some. */
export interface Exception {
  readonly why: string;
  happen(room: AlarmRoom): Promise<void>;
}

const minuteMs = 60_000;
const tooFew = 'It is judged from twenty views of pages on, and this day has fewer.';

/** By the id of the panel. */
export const exceptions: Readonly<Record<string, Exception>> = {
  '/alarms/browser.lcp': { why: tooFew, happen: (room) => look(room, 'LCP') },
  '/alarms/browser.inp': { why: tooFew, happen: (room) => look(room, 'INP') },
  '/sql “changes: regressed”': {
    why: 'A statement that became slower is trouble, and is told by what it took before the window.',
    async happen(room) {
      addWork(room, 60, 200, 2000);
      addWork(room, 1, 20, 2000);
    },
  },
  '/sql “changes: planChanged”': {
    why: 'Plans change when tables have grown, which takes longer than a day like this.',
    async happen(room) {
      addWork(room, 60, 200, 2000);
      room.t.observatory.watch?.store.addPlan('1', 'before', room.nowMs() - 60 * minuteMs);
      room.t.observatory.watch?.store.addPlan('1', 'after', room.nowMs() - minuteMs);
    },
  },
};

/** Twenty people see a page. */
async function look(room: AlarmRoom, vital: VitalName): Promise<void> {
  const items = Array.from({ length: 20 }, () => ({
    ...emptyLog(),
    timeNano: BigInt(room.nowMs()) * 1_000_000n,
    attributes: {
      [names.eventName]: vitalEvent,
      [names.vitalName]: vital,
      [names.vitalValue]: 100,
      [names.page]: '/',
      [names.sessionId]: newId(16),
      [names.viewId]: newId(16),
    },
  }));
  const resource = { service: 'browser', attributes: { 'octo.app': 'shop' } };
  room.t.observatory.store.write([{ signal: 'browser', content: { resource, items } }]);
  await room.lookFor(minuteMs);
}

/** A statement was called so often in a minute, some minutes ago. */
function addWork({ t, nowMs }: AlarmRoom, agoMinutes: number, calls: number, elapsedMs: number): void {
  const minute = Math.floor(nowMs() / minuteMs) - agoMinutes;
  const counted = { minute, work: [workOf('1', calls, elapsedMs)] };
  t.observatory.watch?.store.addStatements({ atMs: minute * minuteMs, totals: [totalsOf('1', calls)], counted });
}
