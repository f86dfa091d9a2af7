import { useState } from 'react';
import type { FlowSummary } from '@sluice/schema';
import { Button } from '../ui/Button.tsx';
import { Table } from '../ui/Table.tsx';
import { say } from '../words/say.ts';
import { moveAlong } from './flow-links.ts';
import { FlowRow } from './FlowRow.tsx';
import type { FlowOrder } from './pick-flows.ts';
import type { FlowsAddress } from './use-flows-address.ts';

/** How many rows are drawn at first, and how many more each time somebody asks for them. */
const DRAWN = 100;

interface FlowTableProps {
  readonly flows: readonly FlowSummary[];
  readonly address: FlowsAddress;
}

/** The flows as rows. The arrow keys walk along their names. */
export function FlowTable({ flows, address }: FlowTableProps) {
  const [drawn, setDrawn] = useState(DRAWN);
  const { filter, sorting, sortBy, narrow } = address;
  const left = flows.length - drawn;

  const sort = (by: FlowOrder) => ({
    order:
      sorting.by !== by
        ? undefined
        : sorting.descending
          ? ('descending' as const)
          : ('ascending' as const),
    onSort: () => sortBy(by),
  });
  const columns = [
    { label: say('flows.flow'), sort: sort('name') },
    { label: say('flows.state.title') },
    { label: say('flows.last-run'), sort: sort('run') },
    { label: say('flows.failures'), sort: sort('failures') },
    { label: say('flows.changed'), sort: sort('changed'), className: 'max-[1200px]:hidden' },
    { label: say('flows.enabled') },
    { label: say('ui.actions'), hideLabel: true },
  ];

  return (
    <div
      onKeyDown={(event) => {
        if (moveAlong(event.currentTarget, event.key)) event.preventDefault();
      }}
    >
      <Table label={say('app.flows')} columns={columns}>
        {flows.slice(0, drawn).map((flow) => (
          <FlowRow key={flow.id} flow={flow} tag={filter.tag} onTag={(tag) => narrow('tag', tag)} />
        ))}
      </Table>
      {left > 0 && (
        <div className="mt-3 flex justify-center">
          <Button onClick={() => setDrawn(drawn + DRAWN)}>
            {say('flows.show-more', { more: Math.min(left, DRAWN), left })}
          </Button>
        </div>
      )}
    </div>
  );
}
