import { Skeleton } from '@mantine/core';
import attention from './attention.module.css';
import classes from './dashboard.module.css';
import skeleton from './dashboard-skeleton.module.css';

const matters = ['waiting', 'held', 'dead', 'low'];
const hours = [8, 2, 12, 6, 6, 18, 30, 42, 54, 60, 48, 36, 44, 52, 40, 30, 46, 32, 22, 14, 18, 16, 8, 26];

/** The places of the dashboard, before its numbers are there. */
export function DashboardSkeleton() {
  return (
    <div className={classes.overview} aria-hidden="true">
      <div className={attention.attention}>
        <div className={attention.matters}>
          {matters.map((matter) => (
            <div key={matter} className={attention.matter}>
              <Skeleton height={24} width={40} mt={6} mb={12} />
              <Skeleton height={14} width="55%" mb={8} />
              <Skeleton height={14} width="75%" mb={4} />
            </div>
          ))}
        </div>
      </div>
      <div className={skeleton.frame}>
        <Skeleton height={16} width={120} />
        <BarsSkeleton />
        <BarsSkeleton />
      </div>
      <div className={classes.beside}>
        <LinesSkeleton lines={5} />
        <LinesSkeleton lines={6} />
      </div>
      <div className={classes.wide}>
        <LinesSkeleton lines={10} />
      </div>
    </div>
  );
}

function BarsSkeleton() {
  return (
    <div className={skeleton.bars}>
      {hours.map((percent, hour) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: hours do not change places
        <Skeleton key={hour} height={`${percent}%`} radius={2} />
      ))}
    </div>
  );
}

function LinesSkeleton({ lines }: { lines: number }) {
  return (
    <div className={skeleton.frame}>
      <Skeleton height={16} width={120} />
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines do not change places
        <div key={line} className={skeleton.line}>
          <Skeleton height={14} width={`${45 + ((line * 17) % 30)}%`} />
          <Skeleton height={14} width={40} />
        </div>
      ))}
    </div>
  );
}
