import { randomInt } from 'node:crypto';

const length = 28;
// Without what is easily misread (0 O, 1 l I), and what a statement would have to put into quotes.
const alphabet = 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** A password as an Autonomous Database wants it: 12 to 30 characters, large and small letters and a digit, and no user's name. It begins with a letter. */
export function newOraclePassword(user: string): string {
  for (;;) {
    const password = Array.from({ length }, () => alphabet.charAt(randomInt(alphabet.length))).join('');
    if (isAcceptable(password, user)) return password;
  }
}

export function isAcceptable(password: string, user: string): boolean {
  const hasAll = [/[a-z]/, /[A-Z]/, /\d/, /^[A-Za-z]/].every((kind) => kind.test(password));
  const isNamed = password.toLowerCase().includes(user.toLowerCase());
  return hasAll && !isNamed && password.length >= 12 && password.length <= 30;
}
