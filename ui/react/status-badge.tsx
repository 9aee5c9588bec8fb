import type { Status } from './statuses.ts';

/** A state in words, with the colour that goes with it: `<StatusBadge {...orderStatuses[order.status]} />`. */
export function StatusBadge({ label, tone }: Status) {
  return <span className={tone === 'quiet' ? 'badge' : `badge badge-${tone}`}>{label}</span>;
}
