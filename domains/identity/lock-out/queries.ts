import { query } from '../../context.ts';

interface NewAttempt {
  id: string;
  accountKey: string;
  addressKey: string;
  createdAt: Date;
}

export const insertAttempt = query.write('identity.insertAttempt', (db, input: NewAttempt) =>
  db.insertInto('signInAttempts').values(input),
);

export const selectAccountAttempts = query.read(
  'identity.selectAccountAttempts',
  (db, input: { accountKey: string; since: Date }) =>
    db
      .selectFrom('signInAttempts')
      .where('accountKey', '=', input.accountKey)
      .where('createdAt', '>', input.since)
      .orderBy('createdAt', 'desc')
      .fetch(6)
      .select('createdAt'),
);

export const selectAddressAttempts = query.read(
  'identity.selectAddressAttempts',
  (db, input: { addressKey: string; since: Date }) =>
    db
      .selectFrom('signInAttempts')
      .where('addressKey', '=', input.addressKey)
      .where('createdAt', '>', input.since)
      .orderBy('createdAt', 'desc')
      .fetch(31)
      .select('createdAt'),
);

export const deleteAttempts = query.write('identity.deleteAttempts', (db, input: { accountKeys: string[] }) =>
  db.deleteFrom('signInAttempts').where('accountKey', 'in', input.accountKeys),
);

export const deleteAttemptsBefore = query.write('identity.deleteAttemptsBefore', (db, input: { before: Date }) =>
  db
    .deleteFrom('signInAttempts')
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('signInAttempts as a')
        .where('a.createdAt', '<', input.before)
        .orderBy('a.createdAt')
        .fetch(1000)
        .select('a.id'),
    ),
);

export const insertNotice = query.insertIfAbsent('identity.insertNotice', (db, input: NewAttempt) =>
  db.insertInto('signInAttempts').values(input),
);

/** Takes over a notice that is so old that it speaks of a lock-out before; only one caller does. */
export const renewNotice = query.write(
  'identity.renewNotice',
  (db, input: { id: string; outdated: Date; createdAt: Date }) =>
    db
      .updateTable('signInAttempts')
      .set({ createdAt: input.createdAt })
      .where('id', '=', input.id)
      .where('createdAt', '<=', input.outdated),
);
