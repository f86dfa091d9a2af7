import { manifestIndex } from '@sluice/schema';
import { Activity, Cable, Radio, Settings, StickyNote, Workflow } from 'lucide-react';
import { useLocation } from 'wouter';
import { useFlows } from '../../api/flows.ts';
import { useRuns } from '../../api/runs.ts';
import { NodeTile } from '../../catalogue/NodeTile.tsx';
import { useCatalogue } from '../../catalogue/use-catalogue.ts';
import { timeText } from '../../words/format.ts';
import { say } from '../../words/say.ts';
import { focusNode } from '../canvas/focus-node.ts';
import { shortText } from '../canvas/short-text.ts';
import { findEntries } from '../palette/palette-entries.ts';
import { useAddInView } from '../palette/use-add-in-view.ts';
import { isOffered } from './command.ts';
import { commandList } from './command-list.ts';
import type { Choice } from './find-choices.ts';
import { groupWords } from './group-words.ts';
import { keyCaps } from './shortcut.ts';
import { useScene } from './use-scene.ts';

/** Everything that the command palette offers on this page. */
export function useChoices(): readonly Choice[] {
  return [...useCommandChoices(), ...useDrawingChoices(), ...usePlaceChoices()];
}

function useCommandChoices(): Choice[] {
  const scene = useScene()();
  return commandList.flatMap((command) => {
    const { id, label, group, keys: [keys] = [], icon: Icon, run } = command;
    if (!run || id === 'palette' || !isOffered(command, scene)) return [];
    return {
      id: `command ${id}`,
      heading: say(groupWords[group]),
      label: say(label),
      ...(Icon && { icon: <Icon aria-hidden /> }),
      ...(keys !== undefined && { keys: keyCaps(keys) }),
      choose: () => void run(scene),
    };
  });
}

/** The nodes and notes to go to, and the kinds of nodes to add. */
function useDrawingChoices(): Choice[] {
  const { designer, view, mayBuild } = useScene()();
  const catalogue = useCatalogue();
  const index = manifestIndex(catalogue);
  const addInView = useAddInView();
  const { nodes, notes = [] } = designer.document.getState().flow;
  const entries = mayBuild ? findEntries(catalogue, '') : [];
  return [
    ...nodes.map((node) => ({
      id: `node ${node.id}`,
      heading: say('designer.commands.go-to-node'),
      label: node.name,
      hint: (index.steps.get(node.type) ?? index.triggers.get(node.type))?.label ?? node.type,
      icon: <NodeTile type={node.type} size="small" />,
      onlyFound: true,
      goesThere: true,
      choose: () => view.showNode(node.id),
    })),
    ...notes.map((note) => ({
      id: `node ${note.id}`,
      heading: say('designer.commands.go-to-node'),
      label: shortText(note.text),
      hint: say('designer.note.title'),
      icon: <StickyNote aria-hidden />,
      onlyFound: true,
      goesThere: true,
      choose: () => view.showNode(note.id),
    })),
    ...entries.map((entry) => ({
      id: `add ${entry.type}`,
      heading: say('designer.commands.add-step'),
      label: say('designer.commands.add-named', { name: entry.label }),
      keywords: [entry.connector, entry.summary],
      hint: entry.connector,
      icon: <NodeTile type={entry.type} size="small" />,
      onlyFound: true,
      choose: () => {
        const added = addInView(entry.type);
        if (added !== undefined) focusNode(added);
      },
    })),
  ];
}

/** Runs of this flow, other flows, and pages. */
function usePlaceChoices(): Choice[] {
  const { designer } = useScene()();
  const { id: flowId } = designer.document.getState().flow;
  const { data: flows = [] } = useFlows();
  const { data: runs } = useRuns({ flowId });
  const [, navigate] = useLocation();
  const to = (path: string) => () => navigate(path);
  const found = runs?.pages.flatMap(({ items }) => items) ?? [];
  return [
    ...found.map((run) => ({
      id: `run ${run.id}`,
      heading: say('designer.commands.open-run'),
      label: say('designer.commands.run-named', { title: run.title }),
      keywords: [run.id],
      hint: timeText(run.startedAt),
      icon: <Activity aria-hidden />,
      onlyFound: true,
      choose: () => {
        designer.screen.getState().showActivity({ activityFolded: false });
        designer.screen.getState().watch(run.id);
      },
    })),
    ...flows
      .filter(({ id }) => id !== flowId)
      .map((flow) => ({
        id: `flow ${flow.id}`,
        heading: say('designer.commands.open-flow'),
        label: flow.name,
        hint: say('designer.commands.flow'),
        icon: <Workflow aria-hidden />,
        onlyFound: true,
        choose: to(`/flows/${flow.id}`),
      })),
    ...pages.map(({ path, label, Icon }) => ({
      id: `page ${path}`,
      heading: say('designer.commands.open-page'),
      label: say(label),
      icon: <Icon aria-hidden />,
      choose: to(path),
    })),
  ];
}

const pages = [
  { path: '/', label: 'app.flows', Icon: Workflow },
  { path: '/runs', label: 'app.activity', Icon: Activity },
  { path: '/signals', label: 'app.signals', Icon: Radio },
  { path: '/connections', label: 'app.connections', Icon: Cable },
  { path: '/settings', label: 'app.settings', Icon: Settings },
] as const;
