import type { ComponentSnapshot } from '@octo/contracts/workflows.ts';
import { DataList } from '@octo/ui/react/list/data-list.tsx';
import { listOf } from '@octo/ui/react/list/use-list.ts';
import { Section } from '@octo/ui/react/section.tsx';
import { Empty } from '@octo/ui/react/standstill.tsx';
import { ComponentCard, componentColumns } from '../../parts/workflows/component-columns.tsx';

/** What the probes found, one line for each part of the platform. */
export function Components({ components }: { components: readonly ComponentSnapshot[] }) {
  return (
    <Section title="Components">
      <DataList
        label="Components"
        list={listOf(components)}
        columns={componentColumns}
        rowKey={({ component_name }) => component_name}
        card={(component) => <ComponentCard component={component} />}
        empty={
          <Empty icon="platform" title="Nothing was looked at yet">
            <p>Each sweep asks every part of the platform how it does. The first one is on its way.</p>
          </Empty>
        }
      />
    </Section>
  );
}
