import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The folder of the whole repository. */
export const root = fileURLToPath(new URL('../../../', import.meta.url));

/** One thing to do: its name, and the command with its arguments. */
export type Step = readonly [name: string, command: string, ...args: string[]];

/** Does things one after another and says how long each took. Returns the names of those that failed. */
export function runSteps(steps: readonly Step[], env: NodeJS.ProcessEnv = process.env): string[] {
  return steps.flatMap(([name, command, ...args]) => {
    const begun = Date.now();
    process.stdout.write(`\n▶ ${name}\n`);
    const { status, error } = spawnSync(command, args, { cwd: root, stdio: 'inherit', env });
    if (error) process.stderr.write(`${error.message}\n`);
    const ok = status === 0;
    process.stdout.write(
      `${ok ? '✓' : '✕'} ${name} (${((Date.now() - begun) / 1000).toFixed(1)} s)\n`,
    );
    return ok ? [] : [name];
  });
}
