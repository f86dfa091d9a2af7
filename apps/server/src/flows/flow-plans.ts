import { type AfterInterruption, type FlowPlan, planFlow, planStep } from '@sluice/engine';
import type { StepDefinition } from '@sluice/connector-kit';
import type { Catalogue, FlowDrawing, NodeId, Run, Values } from '@sluice/schema';
import type { Database } from '../storage/database.ts';
import { findVersion } from '../storage/flows.ts';

/** How many versions are kept planned at once. */
const KEPT = 500;

export interface PlannedVersion {
  readonly drawing: FlowDrawing;
  readonly plan: FlowPlan;
  /** What kind each node of the drawing is, whether or not the plan has it. */
  readonly typeOf: (nodeId: NodeId) => string | undefined;
}

type FollowingRun = Pick<Run, 'flowId' | 'flowVersion' | 'only'>;

/** The planned drawings of flow versions, worked out once each. A version never changes. */
export class FlowPlans {
  readonly #db: Database;
  readonly #catalogue: Catalogue;
  readonly #findStep: (type: string) => StepDefinition | undefined;
  readonly #planned = new Map<string, PlannedVersion>();

  constructor(
    db: Database,
    catalogue: Catalogue,
    findStep: (type: string) => StepDefinition | undefined,
  ) {
    this.#db = db;
    this.#catalogue = catalogue;
    this.#findStep = findStep;
  }

  /** What a run follows. Undefined when its version is not kept any more. */
  findFor({ flowId, flowVersion, only }: FollowingRun): Promise<PlannedVersion | undefined> {
    return this.find(flowId, flowVersion, only);
  }

  /** Undefined when the version is not kept any more, or does not have the one step asked for. */
  async find(flowId: string, version: number, only?: NodeId): Promise<PlannedVersion | undefined> {
    const key = [flowId, version, only ?? ''].join(' ');
    const known = this.#planned.get(key);
    if (known) return known;
    const drawing = await findVersion(this.#db, flowId, version);
    const plan = drawing && this.#plan(drawing, only);
    if (!drawing || !plan) return undefined;
    const types = new Map(drawing.nodes.map(({ id, type }) => [id, type]));
    const planned = { drawing, plan, typeOf: (nodeId: NodeId) => types.get(nodeId) };
    const [oldest] = this.#planned.keys();
    if (this.#planned.size >= KEPT && oldest !== undefined) this.#planned.delete(oldest);
    this.#planned.set(key, planned);
    return planned;
  }

  #plan(drawing: FlowDrawing, only: NodeId | undefined): FlowPlan | undefined {
    const needs = { catalogue: this.#catalogue, afterInterruption: this.#afterInterruption };
    return only === undefined ? planFlow(drawing, needs) : planStep(drawing, only, needs);
  }

  readonly #afterInterruption = (type: string, inputs: Values): AfterInterruption => {
    const step = this.#findStep(type);
    if (step?.reconcile) return 'reconcile';
    const { repeatable = false } = step ?? {};
    const isRepeatable = typeof repeatable === 'function' ? repeatable(inputs) : repeatable;
    return isRepeatable ? 'repeat' : 'mark';
  };
}
