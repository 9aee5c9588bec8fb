import type { OracleSignIn } from '../../address.ts';
import { growingPause, SignInPause } from '../../sign-in-pause.ts';
import { isPasswordWrong, isSignInRefused, refusedStill } from './errors.ts';

/**
 * A user is locked after a few wrong passwords in a row, ten by default, however long apart they are; and every replica tries on its
 * own. These pauses make four attempts in the first six hours, and one in each six hours after that.
 */
const afterWrongPassword = growingPause(30_000, 6 * 3600_000, 10);
/** What else keeps us out, such as a certificate that has expired, does no harm when it is tried. */
const afterOther = growingPause(30_000, 600_000);

const ofSignIns = new WeakMap<OracleSignIn, SignInPause>();

/** The pools of a process that sign in alike are refused alike: they pause together. */
export function signInPauseOf(signIn: OracleSignIn): SignInPause {
  const pause = ofSignIns.get(signIn) ?? createSignInPause();
  ofSignIns.set(signIn, pause);
  return pause;
}

export function createSignInPause(clock: { nowMs?: () => number } = {}): SignInPause {
  return new SignInPause({
    isRefusal: isSignInRefused,
    pauseMs: (before, refusal) => (isPasswordWrong(refusal) ? afterWrongPassword : afterOther)(before),
    putOff: refusedStill,
    ...clock,
  });
}
