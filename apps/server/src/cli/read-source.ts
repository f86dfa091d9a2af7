import { readFile, stat } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { LONGEST_FLOW_FILE } from '@sluice/schema';
import { CommandError } from './command.ts';

/** Bytes beyond which no text can be a flow file. */
const LARGEST = 4 * LONGEST_FLOW_FILE;

/** The text of a file; `-` stands for standard input. */
export async function readSource(source: string): Promise<string> {
  if (source === '-') return text(process.stdin);
  try {
    const { size } = await stat(source);
    if (size > LARGEST) {
      throw new CommandError(`${source} has ${size} bytes, which no flow file has.`);
    }
    return await readFile(source, 'utf8');
  } catch (error) {
    if (error instanceof CommandError) throw error;
    throw new CommandError(`${source} cannot be read: ${whyNot(error)}`);
  }
}

function whyNot(error: unknown): string {
  switch ((error as { code?: unknown }).code) {
    case 'ENOENT':
      return 'there is no such file.';
    case 'EISDIR':
      return 'it is a folder. Name a file in it.';
    case 'EACCES':
      return 'you may not read it.';
    default:
      return (error as Error).message;
  }
}
