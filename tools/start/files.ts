import { readFile, rename, writeFile } from 'node:fs/promises';

/** The parsed file, or undefined when it is missing or only half written. */
export async function readJsonFile(path: string): Promise<unknown> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Readers see the old file or the new one, never a part. */
export async function writeJsonFile(path: string, value: unknown, mode = 0o644): Promise<void> {
  const draft = `${path}.${process.pid}.new`;
  await writeFile(draft, `${JSON.stringify(value, undefined, 2)}\n`, { mode });
  await rename(draft, path);
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
