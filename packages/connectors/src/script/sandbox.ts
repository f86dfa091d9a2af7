import { Worker } from 'node:worker_threads';

/** What a sandbox is asked to run. Plain data: it crosses from thread to thread. */
export interface ScriptTask {
  /** The body of an asynchronous function with the parameter `inputs`. */
  readonly code: string;
  /** JSON text. */
  readonly inputs: string;
  readonly timeLimitMs: number;
}

/** How a script ended. */
export type ScriptEnd =
  | {
      readonly ok: true;
      /** JSON text. */ readonly result: string;
      readonly log: readonly string[];
    }
  | {
      readonly ok: false;
      readonly message: string;
      /** Counted from 1, where it is known. */
      readonly line?: number;
      readonly log: readonly string[];
    };

const MOST_WORKERS = 2;
/** On top of a script's own time: for a thread to begin, and for what only ending it can stop. */
const GRACE_MS = 3000;

const idle: Worker[] = [];
const waiting: (() => void)[] = [];
let working = 0;

/**
 * Runs a script in a thread that can reach nothing. At most two run at a time; others wait their
 * turn. A thread whose script did not end in its time is ended with it, and so is one that broke.
 */
export async function runInSandbox(task: ScriptTask): Promise<ScriptEnd> {
  if (working >= MOST_WORKERS) await new Promise<void>((resolve) => waiting.push(resolve));
  else working += 1;
  const worker = idle.pop() ?? startWorker();
  try {
    const end = await endOf(worker, task);
    idle.push(worker);
    return end;
  } catch (error) {
    void worker.terminate();
    return { ok: false, message: (error as Error).message, log: [] };
  } finally {
    // The turn is handed on as it is, so that nobody can come in between.
    const next = waiting.shift();
    if (next) next();
    else working -= 1;
  }
}

function startWorker(): Worker {
  const worker = new Worker(new URL('./sandbox-worker.js', import.meta.url), {
    execArgv: [],
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: 128 },
  });
  // Between two scripts nobody listens, and an error that nobody hears would end the server.
  worker.on('error', () => idle.splice(0, idle.length, ...idle.filter((each) => each !== worker)));
  // An idle thread must not keep the server from ending.
  worker.unref();
  return worker;
}

/** Rejects when the thread breaks or takes too long, after which it is of no use. */
function endOf(worker: Worker, task: ScriptTask): Promise<ScriptEnd> {
  const begun = Date.now();
  const tooLong = `It ran longer than ${task.timeLimitMs / 1000} s and was ended.`;
  return new Promise((resolve, reject) => {
    const settle = () => {
      clearTimeout(timer);
      worker.off('message', ended).off('error', broken).off('exit', broken);
    };
    const ended = (end: ScriptEnd) => {
      settle();
      resolve(end);
    };
    const broken = () => {
      settle();
      // An engine that is stopped in the midst of its work may break on it.
      const late = Date.now() - begun >= task.timeLimitMs;
      reject(new Error(late ? tooLong : 'It broke the engine it ran in, and was ended.'));
    };
    const timer = setTimeout(() => {
      settle();
      reject(new Error(tooLong));
    }, task.timeLimitMs + GRACE_MS);
    worker.on('message', ended).on('error', broken).on('exit', broken);
    // oxlint-disable-next-line require-post-message-target-origin -- a thread, not a window
    worker.postMessage(task);
  });
}
