import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A repository with nothing in it but one small page. */
export interface Garden extends AsyncDisposable {
  rootDir: string;
  /** Where built pages are kept. */
  cacheDir: string;
  /** Writes files by their path below the root. */
  plant(files: Readonly<Record<string, string>>): Promise<void>;
}

const onePage = {
  'apps/crm/web/index.html':
    '<!doctype html><title>A page</title><meta property="csp-nonce" nonce="{{style-nonce}}"><script type="module" src="./main.ts"></script>',
  'apps/crm/web/main.ts': 'document.title = "a page";',
  'contracts/a.ts': 'export {};',
  'ui/a.ts': 'export {};',
  'package-lock.json': '{}',
};

export async function plantGarden(): Promise<Garden> {
  const rootDir = await mkdtemp(join(tmpdir(), 'octo-pages-'));
  const plant = async (files: Readonly<Record<string, string>>) => {
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(rootDir, path)), { recursive: true });
      await writeFile(join(rootDir, path), text);
    }
  };
  await plant(onePage);
  return {
    rootDir,
    cacheDir: join(rootDir, 'node_modules', '.cache', 'octo', 'pages'),
    plant,
    [Symbol.asyncDispose]: () => rm(rootDir, { recursive: true }),
  };
}
