import { type FlowFileReading, LONGEST_FLOW_FILE, fileFaultOf, readFlowFile } from '@sluice/schema';

/** Bytes beyond which no text can be a flow file, so that nothing larger is read. */
const LARGEST = 4 * LONGEST_FLOW_FILE;

/** Reads a file that was chosen or dropped; one that is far too large is not read at all. */
export async function readChosenFile(file: File): Promise<FlowFileReading> {
  if (file.size > LARGEST) {
    return { faults: [fileFaultOf('too-long', { most: String(LONGEST_FLOW_FILE / 1_000_000) })] };
  }
  try {
    return readFlowFile(await file.text());
  } catch {
    return { faults: [fileFaultOf('unreadable', { name: file.name })] };
  }
}
