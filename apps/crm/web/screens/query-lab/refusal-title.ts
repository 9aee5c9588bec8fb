const titles: Readonly<Record<string, string>> = {
  'workflows.query_timed_out': 'It took too long and was ended',
  'workflows.too_many_rows': 'It has more rows than may be shown',
  'workflows.lab_busy': 'The lab is busy',
  'workflows.query_unknown': 'There is no such query any more',
  'workflows.sweep_running': 'A sweep is under way already',
  'workflows.not_configured': 'There is no workflow gateway',
  'workflows.gateway_away': 'The workflow gateway does not answer',
};

/** What became of a run that was refused, in a few words. */
export function refusalTitle(code: string): string {
  return titles[code] ?? 'This did not work';
}
