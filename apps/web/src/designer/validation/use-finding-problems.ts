import { useEffect } from 'react';
import { useConnections } from '../../api/connections.ts';
import { useCatalogue } from '../../catalogue/use-catalogue.ts';
import { useDesigner } from '../state/designer-context.ts';
import { onlyMoved, problemsOf } from './problems.ts';

/** Milliseconds after an edit; looking at a large drawing must not delay the edit itself. */
const PAUSE = 120;

/** Looks for problems after every change that could cause or cure one. */
export function useFindingProblems(): void {
  const { document, problems } = useDesigner();
  const catalogue = useCatalogue();
  const connections = useConnections().data;
  useEffect(() => {
    let looked = document.getState().flow;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      looked = document.getState().flow;
      problems.setState(problemsOf(looked, { catalogue, connections }, problems.getState()));
    };
    look();
    const stop = document.subscribe(({ flow }) => {
      clearTimeout(timer);
      if (flow !== looked && !onlyMoved(looked, flow)) timer = setTimeout(look, PAUSE);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [catalogue, connections, document, problems]);
}
