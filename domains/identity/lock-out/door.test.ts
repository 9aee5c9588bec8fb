import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Door, isClosed, isOverrun, lockedOut } from './door.ts';

const now = new Date('2026-01-02T03:04:05.000Z');
const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000);

function door(...attempts: Date[]): Door {
  return { key: 'k', subject: 'account', most: 2, attempts };
}

const doors = [
  { attempts: 0, closed: false, overrun: false },
  { attempts: 1, closed: false, overrun: false },
  { attempts: 2, closed: true, overrun: false },
  { attempts: 3, closed: true, overrun: true },
];
for (const { attempts, closed, overrun } of doors) {
  test(`a door for two is ${closed ? 'closed' : 'open'} after ${attempts} attempts${overrun ? ', and overrun' : ''}`, () => {
    const tried = door(...Array.from({ length: attempts }, () => now));
    assert.equal(isClosed(tried), closed);
    assert.equal(isOverrun(tried), overrun);
  });
}

const waits = [
  { doors: [door(ago(10), ago(60))], seconds: 840, says: '14 minutes' },
  { doors: [door(ago(0), ago(0))], seconds: 900, says: '15 minutes' },
  { doors: [door(ago(1), ago(840))], seconds: 60, says: 'a minute' },
  { doors: [door(ago(1), ago(899.9))], seconds: 1, says: 'a minute' },
  { doors: [door(ago(1), ago(950))], seconds: 1, says: 'a minute' },
  { doors: [door(ago(1), ago(2), ago(600))], seconds: 898, says: '15 minutes' },
  { doors: [door(ago(1), ago(60)), door(ago(1), ago(30))], seconds: 870, says: '15 minutes' },
];
for (const { doors, seconds, says } of waits) {
  test(`says that the last door opens in ${seconds} seconds`, () => {
    const error = lockedOut(now, doors);
    assert.equal(error.kind, 'LimitExceeded');
    assert.equal(error.retryAfterSeconds, seconds);
    assert.match(error.message, new RegExp(`in ${says}\\.$`));
  });
}
