import { Skeleton } from '@mantine/core';
import { Section } from './section.tsx';
import classes from './section-skeleton.module.css';

interface SectionSkeletonProps {
  title: string;
  /** Lines of text in it. */
  lines?: number;
  /** Fields of a form in it. */
  fields?: number;
}

/** A section before what it shows is there, about as high as it will be. */
export function SectionSkeleton({ title, lines = 0, fields = 0 }: SectionSkeletonProps) {
  return (
    <Section title={title}>
      <div className={classes.waiting} aria-hidden="true">
        {numbered(lines).map((line) => (
          <div key={line} className={classes.line}>
            <Skeleton height={14} width={72 + ((line * 29) % 40)} />
            <Skeleton height={14} width={`${30 + ((line * 17) % 40)}%`} />
          </div>
        ))}
        {numbered(fields).map((field) => (
          <div key={field} className={classes.field}>
            <Skeleton height={14} width={64 + ((field * 23) % 40)} />
            <Skeleton height="var(--control)" />
          </div>
        ))}
      </div>
    </Section>
  );
}

function numbered(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}
