// Identity: who works here, how they sign in, and what their role lets them do.
// A session is a row that every replica reads: it ends when it is ended, and its role is the one of this moment.
import { attributeNames } from '@octo/platform/telemetry/names/attributes.ts';
import { traced } from '@octo/platform/telemetry/traced.ts';
import { signIns, signInsRefused } from '../metrics.ts';
import { endSessions as end } from './end-sessions.ts';
import { findSession as find } from './find-session.ts';
import { changeRole as assign } from './people/change-role.ts';
import { changeUser as change } from './people/change-user.ts';
import { countAccounts as count } from './people/count-accounts.ts';
import { listUsers as list } from './people/list-users.ts';
import { nameActors as name } from './people/name-actors.ts';
import { purgeSessions as purge } from './purge-sessions.ts';
import { signIn as begin } from './sign-in.ts';
import { signOut as leave } from './sign-out.ts';

export type { Person } from './people/person.ts';
export { permissionsOf } from './permissions.ts';
export type { StaffSession } from './session.ts';
export type { SignedIn } from './sign-in.ts';

export const {
  changeRole,
  changeUser,
  countAccounts,
  endSessions,
  findSession,
  listUsers,
  nameActors,
  purgeSessions,
  signIn,
  signOut,
} = traced(
  'identity',
  {
    changeRole: assign,
    changeUser: change,
    countAccounts: count,
    endSessions: end,
    findSession: find,
    listUsers: list,
    nameActors: name,
    purgeSessions: purge,
    signIn: begin,
    signOut: leave,
  },
  {},
  {
    signIn: {
      done: () => [[signIns, 1]],
      refused: (code) => [[signInsRefused, 1, { [attributeNames.outcome]: code }]],
    },
  },
);
