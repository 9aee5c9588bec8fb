import type { DatabaseSync } from 'node:sqlite';
import type { Arrival } from '../arrivals.ts';

/** Notes when something of a service came, whatever signal it was. To be called in a transaction. */
export function serviceHearer(db: DatabaseSync): (arrivals: readonly Arrival[], nowMs: number) => void {
  const upsert = db.prepare(
    'insert into services_heard (service, last_ms) values (?, ?) on conflict do update set last_ms = excluded.last_ms',
  );
  // A platform has a dozen services; whoever makes up more of them is not listened to any further.
  const forget = db.prepare(
    'delete from services_heard where service in (select service from services_heard order by last_ms desc limit -1 offset 200)',
  );
  return (arrivals, nowMs) => {
    const services = new Set(arrivals.filter(isTrusted).map(({ content }) => content.resource.service));
    for (const service of services) upsert.run(service, nowMs);
    if (services.size > 0) forget.run();
  };
}

function isTrusted(arrival: Arrival): boolean {
  return arrival.signal !== 'browser' && (arrival.signal !== 'traces' || !arrival.content.isUntrusted);
}
