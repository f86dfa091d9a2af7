import { existsSync, readFileSync, readdirSync } from 'node:fs';
import {
  Answered,
  type CalledRun,
  Ended,
  type Field,
  type StepDefinition,
  type StepResult,
  Taken,
  type TriggerDefinition,
  type WayIn,
} from '@sluice/connector-kit';
import { type FieldExample, type RunAnswer, type Values, nextExit } from '@sluice/schema';
import { describe, expect, test } from 'vitest';
import { connectors } from './index.ts';
import { openHttp } from './testing/open-http.ts';
import { type Exchange, startReplayServer } from './testing/replay-server.ts';
import { stepCall } from './testing/step-call.ts';

/** One recorded run of a step: `fixtures/*.json` of its connector. */
interface Fixture {
  readonly step: string;
  readonly about: string;
  readonly connection?: Values;
  readonly inputs: Values;
  readonly exchanges: readonly Exchange[];
  /** Those worth comparing; every one must be declared. */
  readonly outputs: Values;
  readonly exits?: readonly string[];
  /** What it says to whoever waits for the run. */
  readonly answer?: Partial<RunAnswer>;
  /** The ways by which the run came. */
  readonly waysIn?: readonly WayIn[];
  /** How the runs ended that it calls. */
  readonly called?: readonly CalledRun[];
}

const kebab = '[a-z0-9]+(-[a-z0-9]+)*';

test('connectors are found', () => {
  expect(connectors.map((connector) => connector.id)).toContain('haloitsm');
});

describe.each(connectors.map((connector) => [connector.id, connector] as const))(
  '%s',
  (id, connector) => {
    const fixtures = readFixtures(id);
    const nodes: readonly (StepDefinition | TriggerDefinition)[] = [
      ...connector.triggers,
      ...connector.steps,
    ];

    test('its id is its folder, and it can be shown', () => {
      expect(() => readdirSync(new URL(`./${id}/`, import.meta.url))).not.toThrow();
      expect(connector.label).not.toBe('');
      for (const icon of [connector.icon, ...nodes.flatMap((node) => node.icon ?? [])]) {
        expect(icon).toMatch(/^<svg [^>]*viewBox="0 0 24 24"[\s\S]*<\/svg>$/);
        expect(icon).not.toMatch(/<script|\son\w+=|href=/i);
      }
      for (const field of Object.values(connector.connection?.fields ?? {})) expectField(field);
    });

    test('types begin with its id and are used once', () => {
      const types = nodes.map((node) => node.type);
      for (const type of types) expect(type).toMatch(new RegExp(`^${id}\\.${kebab}$`));
      expect(new Set(types).size).toBe(types.length);
    });

    test('no two tools look alike', () => {
      const icons = nodes.map((node) => node.icon ?? connector.icon);
      if (connector.section === 'tools') expect(new Set(icons).size).toBe(icons.length);
    });

    describe.each(nodes.map((node) => [node.type, node] as const))('%s', (_type, node) => {
      test('has a label, a summary and a sample of every output', () => {
        expect(node.label).not.toBe('');
        expect(node.summary).toMatch(/^[A-Z].*\.$/);
        expect(Object.keys(node.outputs).length).toBeGreaterThan(0);
        for (const [name, output] of Object.entries(node.outputs)) {
          expect(name).toMatch(/^[a-z][A-Za-z0-9]*$/);
          expect(output.label).not.toBe('');
          expect(output.sample, name).toBeDefined();
          expect(output.sample, name).not.toBe('');
        }
      });
    });

    describe.each(connector.steps.map((step) => [step.type, step] as const))('%s', (type, step) => {
      test('has inputs with a label, help, and look-ups that exist', () => {
        for (const [name, field] of Object.entries(step.inputs)) {
          expectField(field);
          if (field.lookup) {
            expect(connector.lookups ?? {}, name).toHaveProperty(field.lookup.name);
            for (const need of field.lookup.needs) expect(step.inputs, name).toHaveProperty(need);
          }
          const names = field.columns?.lookup;
          if (names !== undefined) expect(connector.lookups ?? {}, name).toHaveProperty(names);
        }
      });

      test('names inputs and outputs of its own where it refers to them', () => {
        if (step.highlight !== undefined) expect(step.outputs).toHaveProperty(step.highlight);
        if (step.exitPerEntryOf !== undefined) {
          expect(step.inputs[step.exitPerEntryOf]?.control).toBe('entries');
        }
        if (step.outputPerEntryOf !== undefined) {
          expect(step.inputs[step.outputPerEntryOf]?.control).toMatch(/^(entries|per-way)$/);
        }
      });

      const recorded = fixtures.filter((fixture) => fixture.step === type);

      test('has a recorded fixture', () => {
        expect(recorded.map((fixture) => fixture.about)).not.toEqual([]);
      });

      test.each(recorded.map((fixture) => [fixture.about, fixture] as const))(
        '%s',
        async (_about, fixture) => {
          for (const name of Object.keys(fixture.inputs)) expect(step.inputs).toHaveProperty(name);
          const server = await startReplayServer(fixture.exchanges);
          try {
            const http = openHttp({
              baseUrl: server.url,
              headers: { authorization: 'Bearer token' },
            });
            const call = stepCall(fixture.inputs, {
              http,
              connection: fixture.connection ?? {},
              waysIn: fixture.waysIn ?? [],
              flows: { run: async () => fixture.called ?? [] },
            });
            const result = await step.run(call);
            const taken = takenOf(result, step);
            expect(server.seen).toEqual(fixture.exchanges.map((exchange) => exchange.request));
            expect(taken.outputs).toMatchObject(fixture.outputs);
            expect(taken.exits).toEqual(fixture.exits ?? ['next']);
            for (const name of Object.keys(taken.outputs))
              if (!linesOf(step, fixture).has(name)) expect(step.outputs).toHaveProperty(name);
            if (fixture.answer) expect(result).toMatchObject({ answer: fixture.answer });
          } finally {
            await server.close();
          }
        },
      );
    });

    describe.each(connector.triggers.map((trigger) => [trigger.type, trigger] as const))(
      '%s',
      (_type, trigger) => {
        const receptions = trigger.samples.flatMap(({ body }) =>
          trigger.receive({ query: {}, headers: {}, recipients: [], body, inputs: {} }),
        );

        test('has samples, and reads each of them', () => {
          for (const sample of trigger.samples) expect(sample.label).not.toBe('');
          expect(receptions.length).toBeGreaterThanOrEqual(trigger.samples.length);
          for (const { outputs, title } of receptions) {
            expect(title).not.toBe('');
            for (const name of Object.keys(outputs)) expect(trigger.outputs).toHaveProperty(name);
          }
        });

        test('has inputs with a label and help, and outputs for the lines that it names', () => {
          for (const field of Object.values(trigger.inputs ?? {})) expectField(field);
          if (trigger.outputPerEntryOf !== undefined) {
            expect(trigger.inputs?.[trigger.outputPerEntryOf]?.control).toBe('entries');
          }
        });

        test('de-duplicates and correlates by outputs that it has', () => {
          const names = [...(trigger.deduplicateBy ?? []), ...(trigger.correlateBy ?? [])];
          for (const name of names) expect(trigger.outputs).toHaveProperty(name);
        });
      },
    );
  },
);

/** The outputs of a result and the exits it takes, as the server reads them. */
function takenOf(result: StepResult, step: StepDefinition): Taken {
  if (result instanceof Taken) return result as Taken;
  const exits = (step.exits ?? [nextExit]).map((exit) => exit.id);
  const wrapped = result instanceof Answered || result instanceof Ended;
  return new Taken(exits, (wrapped ? result.outputs : result) as Values);
}

/** The ids of the lines that become outputs. */
function linesOf({ outputPerEntryOf }: StepDefinition, { inputs }: Fixture): ReadonlySet<string> {
  const lines = outputPerEntryOf === undefined ? [] : inputs[outputPerEntryOf];
  return new Set((lines as readonly { readonly id: string }[]).map(({ id }) => id));
}

function expectField(field: Field): void {
  expect(field.label).not.toBe('');
  expect(field.help ?? '', field.label).toMatch(/\.$/);
  if (field.control === 'select') expect(field.options?.length).toBeGreaterThan(0);
  if (field.control === 'flow') expect(field.flows).toBeDefined();
  if (field.control === 'entries' || field.control === 'per-way')
    expect(field.columns).toBeDefined();
  if (field.control === 'conditions') expect(field.operators?.length).toBeGreaterThan(0);
  for (const example of field.examples ?? []) expectExample(example, field);
}

function expectExample({ label, text, lines, comparison }: FieldExample, field: Field): void {
  if (label !== undefined) expect(label).toMatch(/^[A-Z]/);
  switch (field.control) {
    case 'entries':
      expect(lines?.length, field.label).toBeGreaterThan(0);
      break;
    case 'conditions':
      expect(field.operators?.map(({ value }) => value)).toContain(comparison?.operator);
      break;
    default:
      expect(text ?? '', field.label).not.toBe('');
      if (field.type === 'number') expect(Number(text)).not.toBeNaN();
  }
}

function readFixtures(id: string): readonly Fixture[] {
  const folder = new URL(`./${id}/fixtures/`, import.meta.url);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Fixture);
}
