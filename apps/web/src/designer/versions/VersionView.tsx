import type { Flow, FlowVersionDetail } from '@sluice/schema';
import { ReactFlowProvider } from '@xyflow/react';
import { useMemo } from 'react';
import { Canvas } from '../canvas/Canvas.tsx';
import { DesignerContext } from '../state/designer-context.ts';
import { createDesigner } from '../state/designer.ts';
import { MayBuildContext } from '../state/may-build.ts';
import { compareDrawings } from './compare-drawings.ts';
import { DifferenceList } from './DifferenceList.tsx';

interface VersionViewProps {
  /** The draft, to compare with. */
  readonly flow: Flow;
  readonly version: FlowVersionDetail;
}

/** A published version as a drawing that can be looked at and not touched, and how the draft differs. */
export function VersionView({ flow, version }: VersionViewProps) {
  const { drawing } = version;
  const designer = useMemo(
    () => createDesigner({ ...flow, ...drawing, updatedAt: version.publishedAt, tags: [] }),
    [flow, drawing, version.publishedAt],
  );
  return (
    <>
      <div className="grid min-h-0 flex-1">
        <DesignerContext value={designer}>
          <MayBuildContext value={false}>
            <ReactFlowProvider>
              <Canvas preview />
            </ReactFlowProvider>
          </MayBuildContext>
        </DesignerContext>
      </div>
      <div className="max-h-36 overflow-y-auto border-t px-4 py-3">
        <h3 className="mb-1 font-semibold">The draft, compared with this version</h3>
        <DifferenceList
          difference={compareDrawings(drawing, flow)}
          same="The draft says the same as this version."
        />
      </div>
    </>
  );
}
