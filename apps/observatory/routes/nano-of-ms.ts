import { nanoText } from '../store/nano.ts';

export function nanoOfMs(ms: number): string {
  return nanoText({ us: Math.floor(ms) * 1000, rest: 0 });
}
