import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** The folder of the whole repository. */
export const root = fileURLToPath(new URL('../../../', import.meta.url));

/** One thing to do: its name, and the command with its arguments. */
export type Step = readonly [name: string, command: string, ...args: string[]];

/** Does things one after another and says how long each took. Resolves to the names of those that failed. */
export async function runSteps(
  steps: readonly Step[],
  env: NodeJS.ProcessEnv = process.env,
): Promise<string[]> {
  const failed: string[] = [];
  for (const [name, command, ...args] of steps) {
    const begun = Date.now();
    process.stdout.write(`\n▶ ${name}\n`);
    const ok = await succeeds(command, args, env);
    const seconds = ((Date.now() - begun) / 1000).toFixed(1);
    process.stdout.write(`${ok ? '✓' : '✕'} ${name} (${seconds} s)\n`);
    if (!ok) failed.push(name);
  }
  return failed;
}

async function succeeds(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<boolean> {
  try {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', env });
    const [status] = await once(child, 'exit');
    return status === 0;
  } catch (error) {
    process.stderr.write(`${String(error)}\n`);
    return false;
  }
}
