/** Codes that the door tells apart when it counts. */
export const queryUnknownCode = 'workflows.query_unknown';
export const operatorUnknownCode = 'workflows.operator_unknown';
export const sweepLostCode = 'workflows.sweep_lost';
