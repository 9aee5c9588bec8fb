import classes from './share-bar.module.css';

/** A part of a whole as a thin bar, beside the number that says it. */
export function ShareBar({ share }: { share: number }) {
  return (
    <svg className={classes.bar} viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
      <rect className={classes.ground} width={100} height={4} />
      <rect className={classes.part} width={Math.min(1, Math.max(0, share)) * 100} height={4} />
    </svg>
  );
}
