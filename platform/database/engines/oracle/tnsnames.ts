import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const fileIn = (walletDir: string) => join(walletDir, 'tnsnames.ora');

export function hasAliases(walletDir: string): boolean {
  return existsSync(fileIn(walletDir));
}

/** What each alias of a wallet's tnsnames.ora stands for; names are in upper case, as the driver looks them up. */
export function readAliases(walletDir: string): ReadonlyMap<string, string> {
  return parseAliases(readFileSync(fileIn(walletDir), 'utf8'));
}

export function parseAliases(text: string): ReadonlyMap<string, string> {
  const aliases = new Map<string, string>();
  for (const entry of unfolded(text)) {
    const [, names = '', value = ''] = /^([^=]+)=(.+)$/s.exec(entry) ?? [];
    for (const name of names.split(',')) if (name.trim()) aliases.set(name.trim().toUpperCase(), value.trim());
  }
  return aliases;
}

/** One text per entry: a line that begins with a blank or a parenthesis goes on with the one before. */
function unfolded(text: string): string[] {
  const entries: string[] = [];
  for (const line of text.split(/\r?\n/)) {
    const content = line.replace(/#.*$/, '').trimEnd();
    if (content === '') continue;
    if (/^[\s()]/.test(content)) entries.push(`${entries.pop() ?? ''}${content.trimStart()}`);
    else entries.push(content);
  }
  return entries;
}
