import { ByteWriter } from '../otlp/byte-writer.ts';
import type { Exporter } from '../otlp/exporter.ts';

type Add = Exporter['add'];

/** Writes each record once, however many receivers it goes to; each has a queue of its own. Undefined for none. */
export function addToAll(exporters: readonly Pick<Exporter, 'add'>[]): Add | undefined {
  const [first] = exporters;
  if (exporters.length <= 1) return first?.add;
  const scratch = new ByteWriter(4096);
  return (scope, item, write) => {
    scratch.clear();
    write(scratch, item);
    // A copy: a queue without room has a line written, which is a record, too.
    const record = Buffer.from(scratch.written());
    for (const exporter of exporters) exporter.add(scope, record, copyRecord);
  };
}

function copyRecord(to: ByteWriter, record: Buffer): void {
  to.raw(record);
}
