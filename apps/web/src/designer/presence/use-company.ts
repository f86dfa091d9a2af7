import type { FlowDetail, FlowNews, Visitors } from '@sluice/schema';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef } from 'react';
import { flowKey, readFlow } from '../../api/flows.ts';
import { useLive } from '../../api/live.ts';
import { sayGone, sayHere } from '../../api/presence.ts';
import { toastDone } from '../../ui/toast.ts';
import { say } from '../../words/say.ts';
import { useDesigner } from '../state/designer-context.ts';
import { useAutosave } from '../state/use-autosave.ts';
import { useFlowDocument } from '../state/use-flow-document.ts';
import { useScreen } from '../state/use-screen.ts';
import { type TakingNews, startTakingNews } from './take-news.ts';

/** Milliseconds between two signs of life; several may be lost before others think the page closed. */
const REPEATED = 20_000;

/** Says that this page has the flow open, learns who else has, and follows what they save. */
export function useCompany(): void {
  const id = useFlowDocument(({ flow }) => flow.id);
  const designer = useDesigner();
  const autosave = useAutosave();
  const client = useQueryClient();
  const taking = useRef<TakingNews>(undefined);

  useEffect(() => {
    taking.current = startTakingNews(designer, {
      autosave,
      read: () => readFlow(id),
      taken: (flow) => {
        client.setQueryData(flowKey(id), flow);
        const words = say('designer.presence.taken', { name: nameOf(flow) });
        designer.announcements.getState().say(words);
        toastDone(words);
      },
    });
    return () => taking.current?.stop();
  }, [designer, autosave, client, id]);

  const listener = useMemo(() => {
    const hear = (news: FlowNews) => {
      client.setQueryData<FlowDetail>(
        flowKey(id),
        (flow) => flow && { ...flow, ...publicationOf(news) },
      );
      taking.current?.hear(news);
    };
    return {
      onFlow: hear,
      onVisitors: (visitors: Visitors) => meet(designer, visitors),
      // A save may have gone unheard while the page was hidden.
      onGap: () => void readFlow(id).then((flow) => hear({ ...flow, flowId: id })),
    };
  }, [designer, client, id]);
  useLive(id, listener);
  useSayingHere(id);
}

function useSayingHere(id: string): void {
  const designer = useDesigner();
  const nodeId = useScreen(({ dialog }) =>
    dialog?.name === 'settings' ? dialog.nodeId : undefined,
  );
  const { tab } = designer.presence.getState();

  useEffect(() => {
    const here = () =>
      void sayHere(id, tab, nodeId).then(
        (visitors) => meet(designer, visitors),
        () => undefined,
      );
    here();
    const repeating = setInterval(here, REPEATED);
    return () => clearInterval(repeating);
  }, [designer, id, tab, nodeId]);

  useEffect(() => {
    const gone = () => void sayGone(id, tab).catch(() => undefined);
    window.addEventListener('pagehide', gone);
    return () => {
      window.removeEventListener('pagehide', gone);
      gone();
    };
  }, [id, tab]);
}

/** Takes in who is here, and says aloud who has come. */
function meet({ presence, announcements }: ReturnType<typeof useDesigner>, { visitors }: Visitors) {
  const { tab, others: before } = presence.getState();
  const others = visitors.filter((each) => each.tab !== tab);
  presence.setState({ others });
  const come = others.filter((each) => !before.some((known) => known.tab === each.tab));
  const [first] = come;
  if (first) announcements.getState().say(say('designer.presence.came', { name: first.name }));
}

function publicationOf({ enabled, publishedVersion }: FlowNews) {
  return { enabled, ...(publishedVersion !== undefined && { publishedVersion }) };
}

function nameOf({ updatedBy }: FlowDetail): string {
  return updatedBy ?? say('designer.versions.conflict.somebody');
}
