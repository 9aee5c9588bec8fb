import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { upReport } from '../start/report.ts';
import { type ServiceSpec, services } from '../start/services.ts';
import { markdownTable } from './markdown-table.ts';

/** The pages that are written by hand but for what stands between `<!-- generated: name -->` and `<!-- /generated -->`. */
const pages = ['README.md'];

/** What a service is, for somebody who has just started everything. */
const tasks: Readonly<Record<string, string>> = {
  shop: 'the storefront: catalogue, cart, checkout, dealer locations',
  crm: 'for those who work here: orders, catalogue, stock, storefronts, customers, the corridor to the shop, the query lab, audit',
  gateway: 'runs the query lab and looks after every component, on a schedule; it has no pages of its own',
  observatory:
    'watches all of them, their database and the browsers of their users: traces, logs, metrics, alarms; takes OTLP from anybody on this machine',
};

const sections: Readonly<Record<string, () => string>> = {
  services: () => markdownTable(['What', 'Where', 'What it does'], services.map(serviceRow)),
  'what the start says': () => `\`\`\`\n${startReport()}\n\`\`\`\n`,
};

/** Those pages as they should read, by path. */
export async function pagesWithSections(rootDir: string): Promise<[string, string][]> {
  return await Promise.all(
    pages.map(
      async (path) => [path, withSections(path, await readFile(join(rootDir, path), 'utf8'))] as [string, string],
    ),
  );
}

export function withSections(path: string, page: string): string {
  return page.replace(/^(<!-- generated: (.+) -->\n)[\s\S]*?^(<!-- \/generated -->)$/gm, (_, begin, name, end) => {
    const section = sections[name];
    if (!section) throw new Error(`${path} wants the section "${name}", which nobody makes (tools/docs/sections.ts)`);
    return `${begin}\n${section()}\n${end}`;
  });
}

/** What is opened of a service that has no pages. */
const openedAt: Readonly<Record<string, string>> = { gateway: '/openapi.json' };

function serviceRow({ name, title, port }: ServiceSpec): string[] {
  const task = tasks[name];
  if (task === undefined) throw new Error(`Say in tools/docs/sections.ts what the service "${name}" is for.`);
  return [title, `\`http://localhost:${port}${openedAt[name] ?? ''}\``, task];
}

function startReport(): string {
  const urls = Object.fromEntries(services.map(({ name, port }) => [name, `http://localhost:${port}`]));
  const database = 'PostgreSQL on 127.0.0.1:38211, data in .octo/postgres';
  return upReport({ services, urls, database, hasCredentials: true }).trim();
}
