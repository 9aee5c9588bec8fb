import type { Setting } from './read-settings.ts';

type Extra<T> = Partial<Omit<Setting<T>, 'describe' | 'parse'>>;

export function text<const E extends Extra<string>>(describe: string, extra: E): Setting<string> & E {
  return { describe, parse: (value: string) => value, ...extra };
}

/** A text that nobody may guess. */
export function secret(describe: string, { minLength }: { minLength: number }): Setting<string> & { isSecret: true } {
  const parse = (value: string) => {
    if (value.length < minLength) throw new Error(`must be at least ${minLength} characters long`);
    return value;
  };
  return { describe, parse, isSecret: true };
}

export function whole<const E extends Extra<number>>(
  describe: string,
  range: { min: number; max: number },
  extra: E,
): Setting<number> & E {
  const parse = (value: string) => {
    const number = Number(value);
    if (!Number.isInteger(number) || number < range.min || number > range.max) {
      throw new Error(`must be a whole number from ${range.min} to ${range.max}`);
    }
    return number;
  };
  return { describe, parse, ...extra };
}

export function oneOf<const T extends string, const E extends Extra<T>>(
  describe: string,
  choices: readonly T[],
  extra: E,
): Setting<T> & E {
  const parse = (value: string) => {
    const choice = choices.find((candidate) => candidate === value);
    if (choice === undefined) throw new Error(`must be one of ${choices.join(', ')}`);
    return choice;
  };
  return { describe, parse, ...extra };
}

/** An absolute http or https address, kept without a trailing slash. */
export function webAddress<const E extends Extra<string>>(describe: string, extra: E): Setting<string> & E {
  const parse = (value: string) => {
    const url = URL.parse(value);
    if (!url || !['http:', 'https:'].includes(url.protocol)) throw new Error('must be an absolute http(s) address');
    return value.replace(/\/+$/, '');
  };
  return { describe, parse, ...extra };
}

/** A domain such as example.com: no scheme, port or path. */
export function domainName<const E extends Extra<string>>(describe: string, extra: E): Setting<string> & E {
  const parse = (value: string) => {
    if (URL.parse(`https://${value}`)?.hostname !== value) throw new Error('must be a domain such as example.com');
    return value;
  };
  return { describe, parse, ...extra };
}

export function commaSeparated(list: string): string[] {
  return list
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
