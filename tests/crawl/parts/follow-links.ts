import type { Reply, Walk } from './walk.ts';

export interface LinkedFrom {
  /** Where to begin. */
  starts: readonly string[];
  /** Sent with every request, such as a cookie. */
  headers?: Record<string, string>;
}

const attribute = /\s(?:href|src|action|content|poster)="([^"]+)"/g;
const style = /(?:url\(|@import\s+)["']?([^"')\s]+)/g;
/** What a script loads: a module or a file by its path. */
const file = /["'`]((?:\.{0,2}\/|assets\/)[\w./-]+\.(?:m?js|css|svg|png|ico|woff2|json))["'`]/g;

/** Asks for everything that can be reached from somewhere by links of pages, styles and scripts. Returns the paths. */
export async function followLinks({ ask }: Walk, { starts, headers = {} }: LinkedFrom): Promise<Set<string>> {
  const known = new Set(starts);
  // A set is walked to its end, with what is added on the way.
  for (const path of known) {
    const reply = await ask(path, { headers: { accept: 'text/html,*/*', ...headers } });
    for (const link of linksOf(reply)) {
      const target = URL.parse(link, `http://site${path}`);
      if (target?.host === 'site') known.add(target.pathname + target.search);
    }
  }
  return known;
}

function linksOf({ type, body, location }: Reply): string[] {
  const patterns = type.includes('html') ? [attribute] : type.includes('css') ? [style] : [];
  if (type.includes('javascript')) patterns.push(file);
  const found = patterns.flatMap((pattern) => [...body.matchAll(pattern)].map(([, link = '']) => link));
  return [...found.filter(isLink), ...(location === undefined ? [] : [location])].map((link) =>
    link.replaceAll('&amp;', '&'),
  );
}

/** `content` of a meta element may be a sentence. */
function isLink(link: string): boolean {
  return !link.includes(' ') && !/^(?:data|mailto|tel):|^#|^width=/.test(link);
}
