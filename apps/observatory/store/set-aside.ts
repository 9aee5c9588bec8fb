import { closeSync, openSync, readdirSync, readSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { FileForm } from './file-form.ts';

export interface Aside {
  readonly name: string;
  /** What became of the file, as the end of a sentence about it. */
  readonly told: string;
  /** How often it was tried already to fill a file from it. */
  readonly tries: number;
}

/** Where the header of a file tells how often its filling was tried; nothing while nothing is to be filled. */
const triesAt = 68;

/** The newest file that was set aside. */
export function newestAside(dir: string, { asidePrefix }: FileForm): string | undefined {
  const names = readdirSync(dir).filter((name) => name.startsWith(asidePrefix) && name.endsWith('.db'));
  return names.sort().at(-1);
}

/**
 * Keeps the newest one that was set aside, for who wants to look; more of them would fill the disk. While a file was still
 * filled from an earlier one, it is this earlier one that is kept: it has more.
 */
export function setAside(dir: string, form: FileForm): Aside {
  const { fileName, asidePrefix } = form;
  const files = readdirSync(dir);
  const own = files.filter((name) => name.startsWith(fileName));
  const earlier = newestAside(dir, form);
  const tries = form.isSalvaged ? triesOf(join(dir, fileName)) : 0;
  if (earlier !== undefined && tries > 0) {
    for (const name of own) remove(dir, name);
    return { name: earlier, told: `It was not filled yet from ${earlier}: that one is read again`, tries };
  }
  for (const name of files) if (name.startsWith(asidePrefix)) remove(dir, name);
  const stamp = new Date().toISOString().replace(/[:.]/g, '-');
  const aside = `${asidePrefix}${stamp}.db`;
  for (const name of own) renameSync(join(dir, name), join(dir, name.replace(fileName, aside)));
  return { name: aside, told: `It was set aside as ${aside}`, tries: 0 };
}

/** A folder may lie where the file should be. */
function remove(dir: string, name: string): void {
  rmSync(join(dir, name), { recursive: true, force: true });
}

function triesOf(path: string): number {
  if (!statSync(path, { throwIfNoEntry: false })?.isFile()) return 0;
  const file = openSync(path, 'r');
  try {
    const head = Buffer.alloc(100);
    readSync(file, head, 0, 100, 0);
    return head.toString('latin1', 0, 15) === 'SQLite format 3' ? head.readUInt32BE(triesAt) : 0;
  } finally {
    closeSync(file);
  }
}
