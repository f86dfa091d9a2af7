import type { NodeId, Position } from '@sluice/schema';
import { type StoreApi, createStore } from 'zustand/vanilla';

export const paletteTabs = ['triggers', 'apps', 'tools', 'custom'] as const;
export type FlowView = 'canvas' | 'list';
export type PaletteTab = (typeof paletteTabs)[number];

/** Dialogs of the page. Only one is open at a time. */
export type OpenDialog =
  | {
      readonly name: 'settings';
      readonly nodeId: NodeId;
      readonly input?: string;
      /** The tab to begin at; else the first. */
      readonly tab?: 'connection' | 'test' | 'outputs';
    }
  | { readonly name: 'connect' | 'replace'; readonly nodeId: NodeId }
  /** `source` is the node whose pills are broken. */
  | { readonly name: 'repair'; readonly source: NodeId }
  | {
      /** What can be done with what is selected, or with the empty canvas where nothing is. */
      readonly name: 'menu';
      readonly at: Position;
      readonly screen: Position;
    }
  | {
      readonly name: 'quick-add';
      readonly at: Position;
      /** Whether `at` is where the new card's corner shall be; left out: its way in or its middle. */
      readonly corner?: boolean;
      readonly screen: Position;
      readonly end?: LooseEnd;
    }
  | { readonly name: 'start'; readonly nodeId?: NodeId }
  /** What the painted run did at a node. */
  | { readonly name: 'peek'; readonly nodeId: NodeId }
  | { readonly name: 'run-drawing' }
  | { readonly name: 'test' | 'versions' | 'commands' | 'shortcuts' | 'conflict' };

/** Where a step chosen from the quick-add menu is joined: after an exit, or within an edge. */
export type LooseEnd =
  | { readonly source: NodeId; readonly exit: string }
  | { readonly edgeId: string };

/** What is open and folded on the screen. It is lost with the tab, except the frame's sizes. */
export interface ScreenState {
  readonly dialog?: OpenDialog;
  /** How the flow is shown: as a drawing, or as a list in the order in which it runs. */
  readonly view: FlowView;
  readonly paletteTab: PaletteTab;
  readonly paletteSearch: string;
  readonly paletteFolded: boolean;
  readonly problemsOpen: boolean;
  readonly activityFolded: boolean;
  /** Pixels. */
  readonly activityHeight: number;
  /** The run that the canvas shows, if any. */
  readonly watchedRunId?: string;
  /** Whether the newest run is shown as it arrives, because the person chose no other. */
  readonly followsNewest: boolean;
  /** Which stop of the tour is shown, from 0; none while no tour is taken. */
  readonly tourStop?: number;
  readonly showAs: (view: FlowView) => void;
  readonly open: (dialog: OpenDialog) => void;
  readonly close: () => void;
  /** Opens a node's settings, at one of its inputs when it is named. */
  readonly openSettings: (nodeId: NodeId, input?: string) => void;
  readonly showPalette: (
    part: Partial<Pick<ScreenState, 'paletteTab' | 'paletteSearch' | 'paletteFolded'>>,
  ) => void;
  readonly showProblems: (problemsOpen: boolean) => void;
  readonly showActivity: (
    part: Partial<Pick<ScreenState, 'activityFolded' | 'activityHeight'>>,
  ) => void;
  /** Goes to a stop of the tour; undefined ends it. */
  readonly showTour: (tourStop: number | undefined) => void;
  /** Shows a run that the person chose, or, without one, the current drawing alone. */
  readonly watch: (runId: string | undefined) => void;
  /** Shows a run that has just arrived, unless the person looks at another. */
  readonly follow: (runId: string) => void;
}

export type Screen = StoreApi<ScreenState>;

export const ACTIVITY_HEIGHT = { least: 140, usual: 264, most: 640 };

/** The frame's sizes that a person chose earlier. */
export type Frame = Partial<
  Pick<ScreenState, 'view' | 'paletteFolded' | 'activityFolded' | 'activityHeight'>
>;

/** What a designer page shows when it opens; with a run's id, that run. */
export function createScreen(frame: Frame = {}, runId?: string): Screen {
  return createStore<ScreenState>()((set) => ({
    view: frame.view ?? 'canvas',
    showAs: (view) => set({ view }),
    paletteTab: 'triggers',
    paletteSearch: '',
    paletteFolded: frame.paletteFolded ?? false,
    problemsOpen: false,
    activityFolded: frame.activityFolded ?? false,
    activityHeight: within(frame.activityHeight ?? ACTIVITY_HEIGHT.usual),
    followsNewest: runId === undefined,
    ...(runId !== undefined && { watchedRunId: runId }),
    open: (dialog) => set({ dialog }),
    close: () => set(({ dialog: _closed, ...rest }) => rest, true),
    openSettings: (nodeId, input) =>
      set({ dialog: { name: 'settings', nodeId, ...(input !== undefined && { input }) } }),
    showPalette: (part) => set(part),
    showProblems: (problemsOpen) => set({ problemsOpen }),
    showActivity: (part) =>
      set({
        ...part,
        ...(part.activityHeight !== undefined && { activityHeight: within(part.activityHeight) }),
      }),
    showTour: (tourStop) =>
      set(
        ({ tourStop: _left, ...rest }) => ({
          ...rest,
          ...(tourStop !== undefined && { tourStop }),
        }),
        true,
      ),
    watch: (runId) =>
      set(
        ({ watchedRunId: _left, ...rest }) => ({
          ...rest,
          followsNewest: runId === undefined,
          ...(runId !== undefined && { watchedRunId: runId }),
        }),
        true,
      ),
    follow: (runId) => set((state) => (state.followsNewest ? { watchedRunId: runId } : state)),
  }));
}

function within(height: number): number {
  return Math.min(ACTIVITY_HEIGHT.most, Math.max(ACTIVITY_HEIGHT.least, Math.round(height)));
}
