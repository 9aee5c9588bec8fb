/** What the observatory tells of itself. */
export const observatoryMetrics = {
  recordsTaken: 'octo.observatory.records.taken',
  recordsRefused: 'octo.observatory.records.refused',
  recordsLost: 'octo.observatory.records.lost',
  spansDropped: 'octo.observatory.spans.dropped',
  partsCut: 'octo.observatory.parts.cut',
  pointsLeftOut: 'octo.observatory.points.left_out',
  storeSize: 'octo.observatory.store.size',
  samplesTaken: 'octo.observatory.database.samples.taken',
  samplesMissed: 'octo.observatory.database.samples.missed',
  minutesKept: 'octo.observatory.database.minutes',
  insightSize: 'octo.observatory.database.size',
} as const;

export const dropReason = 'octo.observatory.drop_reason';
