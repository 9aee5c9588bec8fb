import { Empty } from '@octo/ui/react/standstill.tsx';

/** What stands here before the first visit, or after a quiet time: how to make one. */
export function NoVisits() {
  return (
    <Empty icon="users" title="No visit in this time">
      <p>
        Open the shop or the CRM in a browser and look around: the visit appears here within seconds, with its pages,
        clicks and errors, and the traces that they caused.
      </p>
      <p className="muted">
        Pages tell of visits when their service knows where to (RUM_URL) and the observatory knows them
        (BROWSER_ORIGINS); <code>npm start</code> sees to both. A browser that asks not to be followed tells nothing.
      </p>
    </Empty>
  );
}
