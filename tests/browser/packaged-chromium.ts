import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

export interface PackagedChromium {
  executablePath: string;
  /** Libraries and fonts that a bare machine lacks lie beside the browser. */
  env: { LD_LIBRARY_PATH: string; FONTCONFIG_PATH: string };
}

/** The Chromium that came with npm, unpacked on first use. Undefined where the package has none for this machine. */
export async function packagedChromium(unpackDir: string): Promise<PackagedChromium | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const dir = join(unpackDir, await packageVersion());
  if (!existsSync(join(dir, 'chromium'))) await unpack(unpackDir, dir);
  return {
    executablePath: join(dir, 'chromium'),
    env: { LD_LIBRARY_PATH: join(dir, 'al2023', 'lib'), FONTCONFIG_PATH: join(dir, 'fonts') },
  };
}

async function packageVersion(): Promise<string> {
  const entry = fileURLToPath(import.meta.resolve('@sparticuz/chromium'));
  const packageDir = entry.slice(0, entry.lastIndexOf('/build/'));
  const { version }: { version: string } = JSON.parse(await readFile(join(packageDir, 'package.json'), 'utf8'));
  return version;
}

/** Complete or not at all, also when two do it at once. */
async function unpack(unpackDir: string, dir: string): Promise<void> {
  await mkdir(unpackDir, { recursive: true });
  const draft = await mkdtemp(join(unpackDir, 'draft-'));
  try {
    // The package adds its libraries only where it believes to be on the machines it was made for.
    const env = { TMPDIR: draft, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' };
    await promisify(execFile)(process.execPath, [join(import.meta.dirname, 'unpack-chromium.ts')], { env });
    await rename(draft, dir).catch((error) => {
      if (!existsSync(join(dir, 'chromium'))) throw error;
    });
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}
