import type { TriggerDefinition } from '@sluice/connector-kit';
import type { TriggerNode, TriggerSource, Values } from '@sluice/schema';
import type { Database, TriggerRow } from '../storage/database.ts';
import { type StoredFlow, findFlow, findVersion } from '../storage/flows.ts';
import { findTriggerByUrl, listPublishedTriggers } from '../storage/triggers.ts';
import { triggerInputs } from './trigger-inputs.ts';

/** A trigger as its URL sees it: the node of the published version, and what declares it. */
export interface LiveTrigger {
  readonly row: TriggerRow;
  readonly flow: Pick<StoredFlow, 'id' | 'name' | 'enabled' | 'created_by'>;
  readonly flowVersion: number;
  readonly node: TriggerNode;
  readonly definition: TriggerDefinition;
  /** What its builder filled in. */
  readonly inputs: Values;
}

/** What a URL leads to; `off` says in words why it starts nothing. */
export type FoundTrigger =
  | { readonly row: TriggerRow; readonly live: LiveTrigger; readonly off?: undefined }
  | { readonly row: TriggerRow; readonly off: string; readonly live?: LiveTrigger };

/** Finds triggers by their URL's id, each read from the database once until its flow changes. */
export class LiveTriggers {
  readonly #db: Database;
  readonly #findTrigger: (type: string) => TriggerDefinition | undefined;
  readonly #known = new Map<string, Promise<FoundTrigger | undefined>>();
  #ofSource: Promise<readonly LiveTrigger[]> | undefined;

  constructor(db: Database, findTrigger: (type: string) => TriggerDefinition | undefined) {
    this.#db = db;
    this.#findTrigger = findTrigger;
  }

  find(urlId: string): Promise<FoundTrigger | undefined> {
    const known = this.#known.get(urlId);
    if (known) return known;
    const found = this.#read(urlId);
    // Only what exists is remembered: made-up ids must not fill the memory.
    this.#known.set(urlId, found);
    found.then(
      (trigger) => trigger ?? this.#known.delete(urlId),
      () => this.#known.delete(urlId),
    );
    return found;
  }

  /** Forgets a flow's triggers, to be read again: it was published, switched or deleted. */
  changed(): void {
    this.#known.clear();
    this.#ofSource = undefined;
  }

  /** The triggers of a source that would start runs now, such as all schedules. */
  async ofSource(source: TriggerSource): Promise<readonly LiveTrigger[]> {
    const reading = (this.#ofSource ??= this.#readAll());
    reading.catch(() => (this.#ofSource = undefined));
    return (await reading).filter(({ definition }) => definition.source === source);
  }

  /** Those that other systems do not start: few, and looked at often. */
  async #readAll(): Promise<readonly LiveTrigger[]> {
    const rows = await listPublishedTriggers(this.#db);
    const found = await Promise.all(rows.map(({ id }) => this.find(id)));
    return found.flatMap((trigger) =>
      trigger?.live && !trigger.off && (trigger.live.definition.source ?? 'http') !== 'http'
        ? [trigger.live]
        : [],
    );
  }

  async #read(urlId: string): Promise<FoundTrigger | undefined> {
    const row = await findTriggerByUrl(this.#db, urlId);
    if (!row) return undefined;
    const flow = await findFlow(this.#db, row.flow_id);
    if (!flow) return undefined;
    const version = flow.published_version;
    if (version === null) return { row, off: 'The flow has not been published yet.' };
    const drawing = await findVersion(this.#db, flow.id, version);
    const node = drawing?.nodes.find((each) => each.id === row.node_id);
    if (node?.kind !== 'trigger') {
      return { row, off: 'The published version of the flow does not have this trigger.' };
    }
    const definition = this.#findTrigger(node.type);
    if (!definition) return { row, off: `This server does not have the trigger ${node.type}.` };
    const inputs = triggerInputs(node, definition);
    const live = { row, flow, flowVersion: version, node, definition, inputs };
    if (!flow.enabled) return { row, live, off: 'The flow is switched off.' };
    if (node.disabled) return { row, live, off: 'The trigger is disabled in the flow.' };
    return { row, live };
  }
}
