import type { OracleSignIn } from '../../address.ts';
import { hasAliases, readAliases } from './tnsnames.ts';

/** How long the driver may try, in whole seconds. */
export interface ConnectLimits {
  connectTimeout: number;
  transportConnectTimeout: number;
}

/** True for a name that only tnsnames.ora explains, by the rule of the driver. */
export function isAlias(dsn: string): boolean {
  return !isDescriptor(dsn) && !/[:/]/.test(dsn);
}

export function isDescriptor(dsn: string): boolean {
  return dsn.trimStart().startsWith('(');
}

/**
 * What the driver is told to connect to. Descriptors that come with a wallet retry twenty times and wait in between, which leaves
 * a service without an answer for a minute; what a descriptor says goes before the driver's own options, so ours are written into it.
 */
export function connectStringOf({ dsn, wallet }: Pick<OracleSignIn, 'dsn' | 'wallet'>, limits: ConnectLimits): string {
  const told = meaningOf(dsn.trim(), wallet?.dir);
  if (!isDescriptor(told)) return told;
  const kept = told.replace(paramsOf(wallet === undefined ? timing : [...timing, ...walletPlace]), '');
  return kept.replace(/\(\s*DESCRIPTION\s*=/gi, (opening) => `${opening}${limitParams(limits)}`);
}

/** The descriptor behind an alias, as it stands in tnsnames.ora now; anything else as it is, for the driver to judge. */
function meaningOf(dsn: string, walletDir: string | undefined): string {
  if (!isAlias(dsn) || walletDir === undefined || !hasAliases(walletDir)) return dsn;
  return readAliases(walletDir).get(dsn.toUpperCase()) ?? dsn;
}

const timing = ['RETRY_COUNT', 'RETRY_DELAY', 'CONNECT_TIMEOUT', 'TRANSPORT_CONNECT_TIMEOUT'];
/** The wallet of the settings is the one that was checked. */
const walletPlace = ['MY_WALLET_DIRECTORY', 'WALLET_LOCATION'];

function paramsOf(names: readonly string[]): RegExp {
  return new RegExp(String.raw`\(\s*(${names.join('|')})\s*=[^()]*\)`, 'gi');
}

/** Who waits for a session tries again itself, so the driver need not. */
function limitParams({ connectTimeout, transportConnectTimeout }: ConnectLimits): string {
  return `(RETRY_COUNT=0)(CONNECT_TIMEOUT=${connectTimeout})(TRANSPORT_CONNECT_TIMEOUT=${transportConnectTimeout})`;
}
