import { manifestIndex } from '@sluice/schema';
import { useMemo } from 'react';
import { useCatalogue } from '../../catalogue/use-catalogue.ts';
import { useDesigner } from '../state/designer-context.ts';
import { type Commands, createCommands } from './commands.ts';

/** What a person can do to this page's drawing; the same object for as long as the page is open. */
export function useCommands(): Commands {
  const designer = useDesigner();
  const catalogue = useCatalogue();
  return useMemo(() => createCommands(designer, manifestIndex(catalogue)), [designer, catalogue]);
}
