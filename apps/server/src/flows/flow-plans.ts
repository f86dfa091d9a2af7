import { type AfterInterruption, type FlowPlan, planFlow } from '@sluice/engine';
import type { StepDefinition } from '@sluice/connector-kit';
import type { Catalogue, FlowDrawing, Values } from '@sluice/schema';
import type { Database } from '../storage/database.ts';
import { findVersion } from '../storage/flows.ts';

/** How many versions are kept planned at once. */
const KEPT = 500;

export interface PlannedVersion {
  readonly drawing: FlowDrawing;
  readonly plan: FlowPlan;
}

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

  /** Undefined when the version is not kept any more. */
  async find(flowId: string, version: number): Promise<PlannedVersion | undefined> {
    const key = `${flowId} ${version}`;
    const known = this.#planned.get(key);
    if (known) return known;
    const drawing = await findVersion(this.#db, flowId, version);
    if (!drawing) return undefined;
    const planned = { drawing, plan: planFlow(drawing, this.#catalogue, this.#afterInterruption) };
    const [oldest] = this.#planned.keys();
    if (this.#planned.size >= KEPT && oldest !== undefined) this.#planned.delete(oldest);
    this.#planned.set(key, planned);
    return planned;
  }

  readonly #afterInterruption = (type: string, inputs: Values): AfterInterruption => {
    const step = this.#findStep(type);
    if (step?.reconcile) return 'reconcile';
    const { repeatable = false } = step ?? {};
    const isRepeatable = typeof repeatable === 'function' ? repeatable(inputs) : repeatable;
    return isRepeatable ? 'repeat' : 'mark';
  };
}
