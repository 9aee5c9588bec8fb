/** Where names of telemetry are written down; everywhere else they are taken from there. */
const catalogue =
  /^(platform\/telemetry\/names\/|contracts\/telemetry\/|contracts\/browser-telemetry\.ts$|apps\/[^/]+\/(browser\/)?telemetry-names\.ts$)/;

/** What begins so and is no name of telemetry: tracers, error codes, what a browser keeps. */
const others: ReadonlySet<string> = new Set([
  'octo.http',
  'octo.database',
  'octo.log',
  'octo.work',
  'octo.no_answer',
  'octo.no_session_free',
  'octo.rum.session',
]);

/** Where `/*` follows anything but room or a brace, it stands in a path. */
const comment = /(?<=^|[\s{])\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm;
/** A text that is a name, or a search that asks for one. */
const name = /(?<=['"`>\s])octo\.[\w.]+(?=['"`=<>!$])/g;

/** Names of telemetry that a source writes by itself. */
export function nameFaults(path: string, source: string): string[] {
  if (catalogue.test(path) || /\.test\.tsx?$|\/testing\//.test(path)) return [];
  const names = new Set(source.replaceAll(comment, '').match(name) ?? []);
  return [...names].filter((one) => !others.has(one)).map((one) => `${one} is taken from the telemetry catalogue`);
}
