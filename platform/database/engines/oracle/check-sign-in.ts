import type { OracleSignIn } from '../../address.ts';
import { tokenFaults } from './check-token.ts';
import { walletFaults } from './check-wallet.ts';
import { isAlias, isDescriptor } from './connect-string.ts';
import type { SignInFault } from './sign-in-fault.ts';
import { hasAliases, readAliases } from './tnsnames.ts';

/** Everything wrong with a sign-in that its files show, before the database is asked. */
export function signInFaults(signIn: OracleSignIn, now: Date): SignInFault[] {
  const { dsn, wallet, credential } = signIn;
  const address = addressFault(dsn.trim(), wallet?.dir);
  return [
    ...(address === undefined ? [] : [{ at: 'dsn' as const, message: address }]),
    ...(wallet === undefined ? [] : walletFaults(wallet, now)),
    ...('tokenDir' in credential ? tokenFaults(credential.tokenDir, now) : []),
  ];
}

function addressFault(dsn: string, walletDir: string | undefined): string | undefined {
  if (isDescriptor(dsn)) return descriptorFault(dsn);
  if (isAlias(dsn)) return aliasFault(dsn, walletDir);
  const scheme = /^([^/]*):\/\//.exec(dsn)?.[1];
  if (scheme === undefined || /^tcps?$/i.test(scheme)) return undefined;
  return `${scheme}:// is no address of Oracle: give an alias of tnsnames.ora, tcps://host:port/service, or a descriptor`;
}

function descriptorFault(dsn: string): string | undefined {
  const count = (sign: string) => dsn.split(sign).length;
  if (/\(\s*DESCRIPTION/i.test(dsn) && count('(') === count(')')) return undefined;
  return 'is no whole descriptor: (DESCRIPTION=(ADDRESS=…)(CONNECT_DATA=…)) with as many parentheses closed as opened';
}

function aliasFault(alias: string, walletDir: string | undefined): string | undefined {
  if (walletDir === undefined)
    return `${alias} is an alias, which only the tnsnames.ora of a wallet explains; without one give tcps://host:port/service or a descriptor`;
  if (!hasAliases(walletDir)) return `${alias} is an alias, and ${walletDir} has no tnsnames.ora`;
  const aliases = tryToRead(walletDir);
  if (aliases === undefined) return `${alias} is an alias, and the tnsnames.ora of ${walletDir} cannot be read`;
  if (aliases.has(alias.toUpperCase())) return undefined;
  const known = [...aliases.keys()].map((name) => name.toLowerCase()).join(', ');
  return `${alias} is not in the tnsnames.ora of ${walletDir}, which knows ${known || 'no alias'}`;
}

function tryToRead(walletDir: string): ReadonlyMap<string, string> | undefined {
  try {
    return readAliases(walletDir);
  } catch {
    return undefined;
  }
}
