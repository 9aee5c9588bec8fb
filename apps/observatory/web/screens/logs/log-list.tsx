import { useSearchParams } from 'react-router';
import { LogContext } from './log-context.tsx';
import { LogSearch } from './log-search.tsx';

/** Log lines that are searched for, or one of them among its neighbours. */
export function LogList() {
  const [params] = useSearchParams();
  const id = params.get('line');
  return id !== null && /^\d{1,16}$/.test(id) ? <LogContext key={id} id={id} /> : <LogSearch />;
}
