import { useEffect } from 'react';
import { useConnections } from '../../api/connections.ts';
import { useCatalogue } from '../../catalogue/use-catalogue.ts';
import { whenIdle } from '../../ui/when-idle.ts';
import { useDesigner } from '../state/designer-context.ts';
import { onlyMoved } from './problems.ts';

/** Milliseconds after an edit; looking at a large drawing must not delay the edit itself. */
const PAUSE = 120;

/** Looks for problems after every change that could cause or cure one; for the first time once the flow is drawn. */
export function useFindingProblems(): void {
  const { document, problems } = useDesigner();
  const catalogue = useCatalogue();
  const connections = useConnections().data;
  useEffect(() => {
    let looked = document.getState().flow;
    let isOver = false;
    const look = async () => {
      looked = document.getState().flow;
      const { problemsOf } = await import('./problems-of.ts');
      if (isOver) return;
      const { flow } = document.getState();
      problems.setState(problemsOf(flow, { catalogue, connections }, problems.getState()));
    };
    let callOff = whenIdle(look, PAUSE);
    const stop = document.subscribe(({ flow }) => {
      if (flow === looked || onlyMoved(looked, flow)) return;
      callOff();
      callOff = whenIdle(look, PAUSE);
    });
    return () => {
      isOver = true;
      callOff();
      stop();
    };
  }, [catalogue, connections, document, problems]);
}
