import classes from './service-mark.module.css';

interface ServiceMarkProps {
  service: string;
  colour: number | undefined;
}

/** A service by its colour and its name. */
export function ServiceMark({ service, colour }: ServiceMarkProps) {
  return (
    <span className={classes.mark}>
      <Dot colour={colour} />
      {service}
    </span>
  );
}

export function Dot({ colour }: Pick<ServiceMarkProps, 'colour'>) {
  return <span className={classes.dot} data-series={colour} />;
}
