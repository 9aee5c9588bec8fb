import { Empty } from '@octo/ui/react/standstill.tsx';

/** What stands here before the first of them came. */
export function NoMetrics() {
  return (
    <Empty icon="gauge" title="No metric has come yet">
      <p>Services send theirs every ten seconds; what they count appears here with its history.</p>
    </Empty>
  );
}
