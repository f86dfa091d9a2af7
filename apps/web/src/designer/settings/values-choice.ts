import { createContext, useContext } from 'react';

/**
 * Whose values the previews show: `known` are the newest that there are, `sample` those made up, and
 * else the id of a run.
 */
export interface ValuesChoice {
  readonly choice: string;
  readonly choose: (choice: string) => void;
}

/** Lets the list of values say whose values it and the previews show. */
export const ValuesChoiceContext = createContext<ValuesChoice>({
  choice: 'known',
  choose: () => undefined,
});

/** Whose values are shown, and the way to choose others. */
export function useValuesChoice(): ValuesChoice {
  return useContext(ValuesChoiceContext);
}

/** The id of the run that was chosen, if it was one. */
export function chosenRunId(choice: string): string | undefined {
  return choice === 'known' || choice === 'sample' ? undefined : choice;
}
