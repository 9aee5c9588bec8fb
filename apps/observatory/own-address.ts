import type { Observatory } from './context.ts';
import { isLoopback } from './loopback.ts';

/** Tells whether an address, host and port, is one where others ask the observatory. */
export function ownAddress({ config, intakePorts }: Pick<Observatory, 'config' | 'intakePorts'>) {
  const { publicUrl } = config.alarms;
  const told = publicUrl === undefined ? undefined : URL.parse(publicUrl);
  return (address: string): boolean => {
    const [, host = '', port] = /^(.*):(\d+)$/.exec(address) ?? [];
    return (isLoopback(host) && intakePorts.has(Number(port))) || isToldAs(told, host || address, port);
  };
}

function isToldAs(told: URL | undefined | null, host: string, port: string | undefined): boolean {
  const usualPort = told?.protocol === 'https:' ? '443' : '80';
  return told?.hostname === host && (told.port || usualPort) === (port ?? usualPort);
}
