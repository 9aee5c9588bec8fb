import icon from '@octo/ui/icon.svg';
import { Link } from 'react-router';
import classes from './brand.module.css';

export function Brand() {
  return (
    <Link to="/" className={classes.brand}>
      <BrandMark />
    </Link>
  );
}

export function BrandMark() {
  return (
    <span className={classes.mark}>
      <img src={icon} width="26" height="26" alt="" />
      <span>
        OCTO <span className={classes.part}>CRM</span>
      </span>
    </span>
  );
}
