/** What the driver keeps to itself, and what reads along with it, may be different in another. */
const testedMajor = '7';

/** What is wrong with this version of `oracledb`, in words; undefined for one that was tested. */
export function driverFault(version: string): string | undefined {
  if (version.split('.')[0] === testedMajor) return undefined;
  return `oracledb ${version} is installed, and ${testedMajor} is what was tested: install that, or what is seen of the database may be wrong`;
}
