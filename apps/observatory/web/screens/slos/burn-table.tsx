import type { SloStatus } from '@octo/contracts/observatory-slos.ts';
import { burnWords } from '../../parts/slo-words.ts';
import classes from './burn-table.module.css';

/** How fast a budget burns, over each pair of windows that an alarm looks at. */
export function BurnTable({ burns }: Pick<SloStatus, 'burns'>) {
  return (
    <table className={classes.burns}>
      <caption>How fast the budget burns: an alarm fires when both windows exceed its factor</caption>
      <thead>
        <tr>
          <th scope="col">Over</th>
          <th scope="col">Burn</th>
          <th scope="col">And over</th>
          <th scope="col">Burn</th>
          <th scope="col">Fires above</th>
        </tr>
      </thead>
      <tbody>
        {burns.map(({ long, short, longBurn, shortBurn, factor }) => (
          <tr key={long}>
            <th scope="row">{long}</th>
            <td data-over={exceeds(longBurn, factor)}>{burnWords(longBurn)}</td>
            <td>{short}</td>
            <td data-over={exceeds(shortBurn, factor)}>{burnWords(shortBurn)}</td>
            <td>{factor}×</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function exceeds(burn: number | null, factor: number): true | undefined {
  return burn !== null && burn > factor ? true : undefined;
}
