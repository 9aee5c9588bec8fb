import { addressFault } from './addresses.ts';
import { commandFault } from './commands.ts';
import type { Facts } from './facts.ts';

const isCommand = /^([A-Z]\w*=\S* )*(npm|npx|node|git|grep|cd|curl|kill|ls|cat) /;
const isRequest = /^(GET|POST|PUT|PATCH|DELETE) (\/\S*?)(\?\S*)?$/;
const isSetting = /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)+$/;
const isPath =
  /^[\w.@-]*[\w.@<>*{},-]*(\/[\w.@<>*{},-]*)+$|^\.?[\w-]+(\.[\w-]+)*\.(ts|tsx|mjs|js|json|md|sql|css|html)$/;
const isHyphenated = /^[A-Za-z]\w*(-\w+)+$/;
/** Made when the platform runs; the run of the docs looks for it. */
export const isMade = /^(\.octo\/|node_modules\/\.cache\/)/;
/** A path of a service; the run of the docs asks for it. */
export const isWebPath = /^\/[\w./{}<>…-]*$/;

/** What is wrong with a piece of code inside a sentence. */
export async function codeFault(text: string, facts: Facts): Promise<string | undefined> {
  if (isCommand.test(text)) return commandFault(text, facts);
  if (/^https?:\/\//.test(text)) return addressFault(text);
  const [, method, path = ''] = isRequest.exec(text) ?? [];
  if (method !== undefined) return requestFault(`${method} ${path}`, facts);
  if (isSetting.test(text)) return settingFault(text, facts);
  if (isMade.test(text) || isWebPath.test(text)) return undefined;
  if (isPath.test(text)) return pathFault(text, facts);
  return namesFault(text, facts);
}

function requestFault(request: string, { endpoints }: Facts): string | undefined {
  return endpoints.has(request) || isPage(request) ? undefined : `no contract has the endpoint ${request}`;
}

/** Pages are no endpoints; the run of the docs asks for them. */
function isPage(request: string): boolean {
  return request.startsWith('GET ') && !request.includes('/api/');
}

function settingFault(name: string, { settings, names }: Facts): string | undefined {
  const secret = settings.get(name.replace(/_FILE$/, ''));
  const isKnown = settings.has(name) || (name.endsWith('_FILE') && (secret?.isSecret || name === 'X_FILE'));
  return isKnown || names.has(name) ? undefined : `${name} is no setting of ours (docs/configuration.md)`;
}

/** From the root of the repository, or the end of a longer path; `<domain>` and `*` stand for any name. */
function pathFault(text: string, { paths }: Facts): string | undefined {
  const path = text.replace(/\/$/, '');
  if (paths.has(path)) return undefined;
  const pattern = path
    .replace(/[.+()]/g, '\\$&')
    .replace(/<[^>]*>|\*+/g, '[^/]+')
    .replace(/\{([^}]*)\}/g, (_, names) => `(${names.replaceAll(',', '|')})`);
  const end = new RegExp(`(^|/)${pattern}$`);
  return [...paths].some((each) => end.test(each)) ? undefined : `there is no ${text}`;
}

function namesFault(text: string, { names, hyphenated }: Facts): string | undefined {
  if (isHyphenated.test(text)) return hyphenated.has(text.toLowerCase()) ? undefined : `no code knows "${text}"`;
  const words = text.replace(/<[^>]*>/g, '').match(/[A-Za-z_$][\w$]*/g) ?? [];
  if (words.length === 0) return `nothing in "${text}" can be looked up: say it in words, or teach tests/docs/code.ts`;
  const unknown = words.find((word) => !names.has(word));
  return unknown === undefined ? undefined : `no code knows "${unknown}"`;
}
