import { useMemo } from 'react';
import { useMay } from '../../api/session.ts';
import { usePasting } from '../canvas/use-clipboard.ts';
import { useCommands } from '../canvas/use-commands.ts';
import { useView } from '../canvas/use-view.ts';
import { usePublishing } from '../header/use-publishing.ts';
import { useDesigner } from '../state/designer-context.ts';
import { useMayBuild } from '../state/may-build.ts';
import { useAutosave } from '../state/use-autosave.ts';
import { useStartable } from '../test-run/use-startable.ts';
import type { Scene } from './command.ts';

/** Gathers what commands act on, as it is at the moment of the call. */
export function useScene(): () => Scene {
  const designer = useDesigner();
  const drawing = useCommands();
  const view = useView();
  const autosave = useAutosave();
  const paste = usePasting();
  const { publish } = usePublishing();
  const mayBuild = useMayBuild();
  const mayRun = useMay('run');
  const startable = useStartable();
  return useMemo(
    () => () => {
      const { flow } = designer.document.getState();
      const { edges, selectedIds: ids } = designer.canvas.getState();
      const selected = new Set(ids);
      return {
        designer,
        drawing,
        view,
        autosave,
        paste,
        publish,
        mayBuild,
        mayRun,
        ids,
        nodes: flow.nodes.filter(({ id }) => selected.has(id)),
        notes: (flow.notes ?? []).filter(({ id }) => selected.has(id)),
        edgeIds: edges.filter((edge) => edge.selected).map(({ id }) => id),
        startableIds: startable.map(({ id }) => id),
      };
    },
    [designer, drawing, view, autosave, paste, publish, mayBuild, mayRun, startable],
  );
}
