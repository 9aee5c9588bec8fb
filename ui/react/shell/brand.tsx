import { Link } from 'react-router';
import icon from '../../icon.svg';
import classes from './brand.module.css';

interface BrandProps {
  /** Which part of the family this is: “CRM”. */
  part: string;
}

export function Brand({ part }: BrandProps) {
  return (
    <Link to="/" className={classes.brand}>
      <BrandMark part={part} />
    </Link>
  );
}

export function BrandMark({ part }: BrandProps) {
  return (
    <span className={classes.mark}>
      <img src={icon} width="26" height="26" alt="" />
      <span>
        OCTO <span className={classes.part}>{part}</span>
      </span>
    </span>
  );
}
