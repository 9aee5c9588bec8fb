import type { ChartData } from './chart.ts';
import { summarise, valueWords } from './readings.ts';

interface ChartTableProps {
  title: string;
  data: ChartData;
}

/** What the chart shows, for who cannot see it. */
export function ChartTable({ title, data: { series, unit, from, to } }: ChartTableProps) {
  if (series.length === 0) return null;
  return (
    <div className="visually-hidden">
      <table>
        <caption>{title}</caption>
        <thead>
          <tr>
            {['Series', 'Latest', 'Lowest', 'Average', 'Highest'].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {series.map((one) => {
            const { latest, lowest, average, highest } = summarise(one, from, to);
            return (
              <tr key={one.key}>
                <th scope="row">{one.title}</th>
                <td>{valueWords(latest, unit)}</td>
                <td>{valueWords(lowest, unit)}</td>
                <td>{valueWords(average, unit)}</td>
                <td>{valueWords(highest, unit)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
