import { type NotPortable, notPortable } from './not-portable.ts';

/** One file of the suite, and the tests in it that stay out. */
export interface ConformanceFile {
  readonly file: string;
  readonly without: readonly string[];
}

/** What has to hold on either engine: every verb, the routes above them, the schema, rights, and how queries and transactions behave. */
const suite = [
  /^domains\//,
  /^apps\/(?:shop|crm|workflow-gateway)\/routes\//,
  /^apps\/shop\/database-rights\.test\.ts$/,
  /^platform\/database\/(?:query|transact|unless-taken|business-ids|after-commit)\.test\.ts$/,
  /^database\/schema-of-this-engine\.test\.ts$/,
];

export function isInSuite(file: string): boolean {
  return suite.some((pattern) => pattern.test(file));
}

/** The files of the suite among these, without what is not portable. */
export function conformanceFiles(
  files: readonly string[],
  exceptions: readonly NotPortable[] = notPortable,
): ConformanceFile[] {
  return files.filter(isInSuite).flatMap((file) => {
    const own = exceptions.filter((exception) => exception.file === file);
    if (own.some(({ tests }) => tests === 'all')) return [];
    return [{ file, without: own.flatMap(({ tests }) => (tests === 'all' ? [] : tests)) }];
  });
}
