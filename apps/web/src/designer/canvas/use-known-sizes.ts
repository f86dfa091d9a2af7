import { useStoreApi } from '@xyflow/react';
import { useEffect, useState } from 'react';

/**
 * Keeps React Flow from measuring cards: their sizes and ports are known beforehand (`card-ports.ts`). It
 * would draw all of them to measure them, then draw all again; and from afar there are no ports to measure.
 */
export function useKnownSizes(): void {
  const store = useStoreApi();
  // Before React Flow is drawn for the first time, because it keeps the function it then finds.
  useState(() => store.setState({ updateNodeInternals: () => undefined }));
  useEffect(() => {
    // Nothing is measured that it could wait for, so it fits the drawing into view now.
    const { nodes, setNodes } = store.getState();
    setNodes(nodes);
  }, [store]);
}
