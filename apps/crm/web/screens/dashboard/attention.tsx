import type { Dashboard } from '@octo/contracts/crm/dashboard.ts';
import type { Permission } from '@octo/contracts/crm/permissions.ts';
import { formatCount } from '@octo/ui/format.ts';
import { Icon } from '@octo/ui/react/icon.tsx';
import { Link } from 'react-router';
import { useCan } from '../../session/session.ts';
import classes from './attention.module.css';

interface Matter {
  label: string;
  count: number;
  /** What it means when there are none, and when there are some. */
  calm: string;
  due: string;
  tone: 'warn' | 'bad';
  path: string;
  permission: Permission;
}

/** What waits for a person. Each number leads to what it counts. */
export function Attention({ attention }: { attention: Dashboard['attention'] }) {
  return (
    <section className={classes.attention} aria-labelledby="attention">
      <h2 id="attention" className="visually-hidden">
        Needs attention
      </h2>
      <ul className={classes.matters}>
        {mattersOf(attention).map((matter) => (
          <li key={matter.label}>
            <MatterLine matter={matter} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function MatterLine({ matter }: { matter: Matter }) {
  const can = useCan();
  const { label, count, calm, due, tone, path, permission } = matter;
  const content = (
    <>
      <span className={classes.count} data-tone={count > 0 ? tone : undefined}>
        {formatCount(count)}
      </span>
      <span className={classes.label}>{label}</span>
      <span className={classes.meaning}>{count > 0 ? due : calm}</span>
    </>
  );
  if (!can(permission)) return <div className={classes.matter}>{content}</div>;
  return (
    <Link className={classes.matter} to={path}>
      {content}
      <span className={classes.go}>
        <Icon name="right" size={16} />
      </span>
    </Link>
  );
}

function mattersOf(attention: Dashboard['attention']): Matter[] {
  const below = attention.low_stock_below;
  return [
    {
      label: 'Orders waiting',
      count: attention.orders_waiting,
      calm: 'Every order is accepted',
      due: 'Placed, not accepted yet',
      tone: 'warn',
      path: '/orders?status=placed',
      permission: 'orders.read',
    },
    {
      label: 'Orders on hold',
      count: attention.orders_on_hold,
      calm: 'Nothing is held back',
      due: 'Need somebody to decide',
      tone: 'warn',
      path: '/orders?status=on_hold',
      permission: 'orders.read',
    },
    {
      label: 'Dead letters',
      count: attention.dead_letters,
      calm: 'All messages arrive',
      due: 'Messages given up on',
      tone: 'bad',
      path: '/sync?state=dead',
      permission: 'sync.read',
    },
    {
      label: 'Low stock',
      count: attention.low_stock,
      calm: `No product below ${below} units`,
      due: `Products below ${below} units`,
      tone: 'warn',
      path: `/products?stock_below=${below}&sort_by=stock`,
      permission: 'products.read',
    },
  ];
}
