import { type FlowFileReading, LONGEST_FLOW_FILE, readFlowFile } from '@sluice/schema';
import { say } from '../../words/say.ts';

/** Bytes beyond which no text can be a flow file, so that nothing larger is read. */
const LARGEST = 4 * LONGEST_FLOW_FILE;

/** Reads a file that was chosen or dropped; one that is far too large is not read at all. */
export async function readChosenFile(file: File): Promise<FlowFileReading> {
  if (file.size > LARGEST) {
    const message = say('flows.import.too-large', { name: file.name });
    return { faults: [{ message, remedy: say('flows.import.choose-exported') }] };
  }
  try {
    return readFlowFile(await file.text());
  } catch {
    const message = say('flows.import.unreadable', { name: file.name });
    return { faults: [{ message, remedy: say('flows.import.choose-exported') }] };
  }
}
