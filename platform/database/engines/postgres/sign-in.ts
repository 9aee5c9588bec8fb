import pg from 'pg';
import { growingPause, SignInPause } from '../../sign-in-pause.ts';
import { isSignInRefused } from './errors.ts';

type Told = (error: Error | null) => void;

/** Sessions of one pool, which stop trying to sign in for a while when the server refuses their password. */
export function pausingClient(): typeof pg.Client {
  const pause = new SignInPause({ isRefusal: isSignInRefused, pauseMs: growingPause(1000, 30_000) });
  return class extends pg.Client {
    override connect(): Promise<pg.Client>;
    override connect(told: Told): void;
    override connect(told?: Told): Promise<pg.Client> | undefined {
      const signedIn = pause.attempt(() => super.connect());
      if (!told) return signedIn;
      signedIn.then(() => told(null), told);
      return undefined;
    }
  };
}
