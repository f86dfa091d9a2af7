import { canvas } from './programs/canvas.ts';
import { cluster } from './programs/cluster.ts';
import { crash } from './programs/crash.ts';
import { flood } from './programs/flood.ts';
import { haloDown } from './programs/halo-down.ts';
import { latency } from './programs/latency.ts';
import { load } from './programs/load.ts';
import { millionRuns } from './programs/million-runs.ts';
import { type Program, explain, readOptions } from './program.ts';
import { printFigures } from './report/figures.ts';

const programs: readonly Program[] = [
  load,
  latency,
  crash,
  flood,
  haloDown,
  millionRuns,
  cluster,
  canvas,
];

/** Runs the program that is named, and prints its figures. Never fails for a figure that is not reached. */
async function main([name, ...rest]: readonly string[]): Promise<void> {
  const program = programs.find((each) => each.name === name);
  if (!program) {
    const known = programs.map((each) => `  ${each.name.padEnd(14)}${each.summary}`);
    const asked = name === undefined || name === '--help';
    process.stdout.write(`pnpm bench <program> [--help]\n\n${known.join('\n')}\n`);
    process.exit(asked ? 0 : 1);
  }
  if (rest.includes('--help')) {
    process.stdout.write(explain(program));
    return;
  }
  printFigures(program.name, await program.run(readOptions(program, rest)));
}

process.once('SIGINT', () => process.exit(130));
process.once('SIGTERM', () => process.exit(143));
main(process.argv.slice(2)).then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    process.exit(1);
  },
);
