import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** Whether this is the token; a near miss takes as long as any other. */
export function isToken(offered: string, token: string): boolean {
  return timingSafeEqual(digest(offered), digest(token));
}

/** What a browser keeps of a sign-in: until when it holds, signed with the token. A new token ends them all. */
export function makeSession(token: string, endsAtMs: number): string {
  return `${endsAtMs}.${signature(token, endsAtMs)}`;
}

export function isSession(session: string, token: string, nowMs: number): boolean {
  const [ends = '', signed = ''] = session.split('.');
  const endsAtMs = Number(ends);
  return /^\d{1,15}$/.test(ends) && isToken(signed, signature(token, endsAtMs)) && endsAtMs > nowMs;
}

function signature(token: string, endsAtMs: number): string {
  return createHmac('sha256', token).update(`observatory session until ${endsAtMs}`).digest('base64url');
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
