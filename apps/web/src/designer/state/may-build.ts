import { createContext, useContext } from 'react';

/** Whether the person may change the flow; asked once per page, as every card wants to know. */
export const MayBuildContext = createContext(false);

/** Whether the person at the screen may change this flow. Others look. */
export function useMayBuild(): boolean {
  return useContext(MayBuildContext);
}
