import type { TriggerDefinition } from '@sluice/connector-kit';
import type { TriggerNode } from '@sluice/schema';
import type { Database, TriggerRow } from '../storage/database.ts';
import { type StoredFlow, findFlow, findVersion } from '../storage/flows.ts';
import { findTriggerByUrl } from '../storage/triggers.ts';

/** A trigger as its URL sees it: the node of the published version, and what declares it. */
export interface LiveTrigger {
  readonly row: TriggerRow;
  readonly flow: Pick<StoredFlow, 'id' | 'name' | 'enabled' | 'created_by'>;
  readonly flowVersion: number;
  readonly node: TriggerNode;
  readonly definition: TriggerDefinition;
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
    const live = { row, flow, flowVersion: version, node, definition };
    if (!flow.enabled) return { row, live, off: 'The flow is switched off.' };
    if (node.disabled) return { row, live, off: 'The trigger is disabled in the flow.' };
    return { row, live };
  }
}
