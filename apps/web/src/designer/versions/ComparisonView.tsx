import { type Flow, manifestIndex } from '@sluice/schema';
import { ReactFlowProvider } from '@xyflow/react';
import { ChevronDown, ChevronUp, Equal } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import { useCatalogue } from '../../catalogue/use-catalogue.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { say } from '../../words/say.ts';
import { Canvas } from '../canvas/Canvas.tsx';
import { ChangeMarksContext } from '../canvas/change-mark.ts';
import { DesignerContext } from '../state/designer-context.ts';
import { createDesigner } from '../state/designer.ts';
import { MayBuildContext } from '../state/may-build.ts';
import { ChangeList } from './ChangeList.tsx';
import type { ChangeItem } from './change-items.ts';
import { LookAtChange } from './LookAtChange.tsx';
import { useChangeKeys } from './use-change-keys.ts';
import { type Compared, useComparison } from './use-comparison.ts';

interface ComparisonViewProps {
  readonly flow: Flow;
  readonly before: Compared;
  readonly after: Compared;
}

/** Two drawings in one canvas, and beside it what differs, in words. N and P go from change to change. */
export function ComparisonView({ flow, before, after }: ComparisonViewProps) {
  const { drawing, marks, items } = useComparison(before, after);
  const manifests = manifestIndex(useCatalogue());
  const designer = useMemo(
    () => createDesigner({ ...flow, ...drawing, updatedAt: '', tags: [] }, manifests),
    [flow, drawing, manifests],
  );
  const [chosenId, choose] = useState<string>();
  const list = useRef<HTMLDivElement>(null);
  const chosen = items.find(({ id }) => id === chosenId);

  function go(step: 1 | -1) {
    const at = chosen ? items.indexOf(chosen) + step : step > 0 ? 0 : items.length - 1;
    const next = items.at(at % items.length);
    if (next) show(next);
  }

  function show(item: ChangeItem) {
    choose(item.id);
    const button = list.current?.querySelector<HTMLElement>(
      `[data-change-item="${CSS.escape(item.id)}"]`,
    );
    button?.focus();
    button?.scrollIntoView({ block: 'nearest' });
  }

  useChangeKeys(go);

  return (
    <div className="grid min-h-0 flex-1 grid-cols-[minmax(0,1fr)_minmax(240px,320px)]">
      <div className="grid min-h-0 min-w-0">
        <DesignerContext value={designer}>
          <MayBuildContext value={false}>
            <ChangeMarksContext value={marks}>
              <ReactFlowProvider>
                <Canvas preview />
                <LookAtChange nodeIds={chosen?.nodeIds} />
              </ReactFlowProvider>
            </ChangeMarksContext>
          </MayBuildContext>
        </DesignerContext>
      </div>
      <div className="flex min-h-0 flex-col border-l">
        <div className="flex h-10 shrink-0 items-center gap-1 border-b pr-1 pl-3">
          <h3 className="flex-1 font-semibold" role="status">
            {say('designer.versions.changes.count', { count: items.length })}
          </h3>
          <IconButton
            label={say('designer.versions.changes.previous')}
            icon={<ChevronUp />}
            size="small"
            disabled={items.length === 0}
            onClick={() => go(-1)}
          />
          <IconButton
            label={say('designer.versions.changes.next')}
            icon={<ChevronDown />}
            size="small"
            disabled={items.length === 0}
            onClick={() => go(1)}
          />
        </div>
        <div ref={list} className="min-h-0 flex-1 overflow-y-auto">
          {items.length === 0 ? (
            <p className="flex items-center gap-2 p-3 text-muted">
              <Equal className="size-4 shrink-0" aria-hidden />
              {say('designer.versions.changes.same')}
            </p>
          ) : (
            <ChangeList items={items} chosen={chosenId} onChoose={show} />
          )}
        </div>
      </div>
    </div>
  );
}
