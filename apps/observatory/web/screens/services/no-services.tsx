import { Empty } from '@octo/ui/react/standstill.tsx';
import { useStatus } from '../../api/use-status.ts';
import classes from './no-services.module.css';

/** What stands here before the first span came, or after a quiet time: how to make one. */
export function NoServices() {
  const { data: status } = useStatus();
  return (
    <Empty icon="traces" title="Nothing was heard in this time">
      <p>Buy a drone in the shop: its request appears here within two seconds, with everything that it set off.</p>
      {status && status.intakePorts.length > 0 && (
        <div className={classes.addresses}>
          <p>Anything that speaks OpenTelemetry can send here too, by OTLP over HTTP:</p>
          {status.intakePorts.map((port) => (
            <code key={port}>{`OTEL_EXPORTER_OTLP_ENDPOINT=http://${location.hostname}:${port}`}</code>
          ))}
        </div>
      )}
    </Empty>
  );
}
