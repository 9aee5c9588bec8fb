import type { PoolAttributes } from 'oracledb';
import type { OracleCredential, OracleSignIn } from '../../address.ts';
import { readAccessToken } from './access-token.ts';
import { type ConnectLimits, connectStringOf } from './connect-string.ts';

/** How the driver signs in, and how long it may try for one session. Reads tnsnames.ora when the address is an alias. */
export function poolAttributesOf(signIn: OracleSignIn, connectTimeoutMs: number): PoolAttributes {
  const limits = connectLimits(connectTimeoutMs);
  return {
    connectString: connectStringOf(signIn, limits),
    ...limits,
    ...walletOf(signIn),
    ...credentialOf(signIn.user, signIn.credential),
    homogeneous: true,
  };
}

/** A host may have several addresses; the first must leave time for the next. */
function connectLimits(connectTimeoutMs: number): ConnectLimits {
  const connectTimeout = Math.max(1, Math.floor(connectTimeoutMs / 1000));
  return { connectTimeout, transportConnectTimeout: Math.max(1, Math.ceil(connectTimeout / 2)) };
}

function walletOf({ wallet }: OracleSignIn): PoolAttributes {
  if (wallet === undefined) return {};
  return {
    walletLocation: wallet.dir,
    ...(wallet.password === undefined ? {} : { walletPassword: wallet.password }),
  };
}

/** With a token the database finds the user that the token is mapped to; a name beside it is refused by the driver. */
function credentialOf(user: string, credential: OracleCredential): PoolAttributes {
  if ('password' in credential) return { user, password: credential.password };
  const { tokenDir } = credential;
  return { externalAuth: true, accessToken: () => readAccessToken(tokenDir) };
}
