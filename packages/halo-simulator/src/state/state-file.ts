import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import type { HaloSnapshot } from './halo-snapshot.ts';

const debounceMs = 250;

/** Keeps a snapshot on disk, so that an instance goes on where it stopped. */
export interface StateFile {
  /** What was stored, if anything. */
  load(): HaloSnapshot | undefined;
  /** Writes the snapshot soon; many changes in a row are written once. */
  touch(): void;
  /** Writes the last change now and ends. */
  close(): Promise<void>;
}

/** Opens a state file. It is replaced in one step, so a crash leaves the old one or the new one. */
export function openStateFile(path: string, snapshot: () => HaloSnapshot): StateFile {
  let timer: NodeJS.Timeout | undefined;
  let writing: Promise<void> = Promise.resolve();
  const draft = `${path}.draft`;

  function write(): void {
    timer = undefined;
    const text = JSON.stringify(snapshot());
    writing = writing.then(async () => {
      await writeFile(draft, text);
      await rename(draft, path);
    });
  }

  return {
    load() {
      try {
        return JSON.parse(readFileSync(path, 'utf8')) as HaloSnapshot;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
        throw error;
      }
    },
    touch() {
      timer ??= setTimeout(write, debounceMs).unref();
    },
    async close() {
      clearTimeout(timer);
      await writing;
      writeFileSync(draft, JSON.stringify(snapshot()));
      renameSync(draft, path);
    },
  };
}
