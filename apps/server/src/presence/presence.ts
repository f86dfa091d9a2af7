import type { Visitor, Visitors } from '@sluice/schema';
import type { Cluster } from '../cluster/cluster.ts';

/** Milliseconds without a sign of a page after which it counts as closed; hidden pages are slow. */
const FORGOTTEN = 90_000;
/** Milliseconds between two looks for pages that are forgotten. */
const LOOK = 5000;
/** A flow that more pages have open shows the first of them. */
const MOST_VISITORS = 100;

interface Seen {
  readonly visitor: Visitor;
  readonly until: number;
}

export interface PresenceOptions {
  readonly cluster: Pick<Cluster, 'send' | 'listen'>;
  /** Called with everybody who has a flow open, whenever that changes. */
  readonly tell: (visitors: Visitors) => void;
  readonly now?: () => number;
}

/** Who has which flow open. Every process knows all of it, from what the others say. */
export class Presence {
  readonly #options: PresenceOptions;
  readonly #flows = new Map<string, Map<string, Seen>>();
  readonly #looking: ReturnType<typeof setInterval>;

  constructor(options: PresenceOptions) {
    this.#options = options;
    options.cluster.listen((message) => {
      if (message.kind === 'visitor-seen') this.#keep(message.flowId, message.visitor);
      if (message.kind === 'visitor-left') this.#drop(message.flowId, message.key);
    });
    this.#looking = setInterval(() => this.forget(), LOOK).unref();
  }

  /** A page says that it has a flow open, and what of it. The answer is everybody who has. */
  see(flowId: string, visitor: Visitor): Visitors {
    this.#keep(flowId, visitor);
    this.#options.cluster.send({ kind: 'visitor-seen', flowId, visitor });
    return this.of(flowId);
  }

  /** A page was closed. */
  leave(flowId: string, visitor: Pick<Visitor, 'userId' | 'tab'>): void {
    const key = keyOf(visitor);
    this.#drop(flowId, key);
    this.#options.cluster.send({ kind: 'visitor-left', flowId, key });
  }

  /** Everybody who has a flow open, in the order in which they came. */
  of(flowId: string): Visitors {
    const seen = [...(this.#flows.get(flowId)?.values() ?? [])];
    return { flowId, visitors: seen.slice(0, MOST_VISITORS).map(({ visitor }) => visitor) };
  }

  /** Somebody may not look any more, in any process. */
  dismiss(userId: string): void {
    this.#dropWhere(({ visitor }) => visitor.userId === userId);
  }

  /** Drops pages of which nothing was heard for too long. */
  forget(): void {
    const now = this.#now();
    this.#dropWhere(({ until }) => until <= now);
  }

  close(): void {
    clearInterval(this.#looking);
  }

  #keep(flowId: string, visitor: Visitor): void {
    const seen = this.#flows.get(flowId) ?? new Map<string, Seen>();
    this.#flows.set(flowId, seen);
    const key = keyOf(visitor);
    const before = seen.get(key)?.visitor;
    seen.set(key, { visitor, until: this.#now() + FORGOTTEN });
    const same =
      before?.nodeId === visitor.nodeId &&
      before?.name === visitor.name &&
      before.mayBuild === visitor.mayBuild;
    if (!same) this.#tell(flowId);
  }

  #drop(flowId: string, key: string): void {
    const seen = this.#flows.get(flowId);
    if (!seen?.delete(key)) return;
    if (seen.size === 0) this.#flows.delete(flowId);
    this.#tell(flowId);
  }

  #dropWhere(isUnwanted: (seen: Seen) => boolean): void {
    for (const [flowId, pages] of this.#flows) {
      for (const [key, seen] of pages) if (isUnwanted(seen)) this.#drop(flowId, key);
    }
  }

  #tell(flowId: string): void {
    this.#options.tell(this.of(flowId));
  }

  #now(): number {
    return (this.#options.now ?? Date.now)();
  }
}

/** A page cannot speak for another user's, whatever it calls itself. */
function keyOf({ userId, tab }: Pick<Visitor, 'userId' | 'tab'>): string {
  return `${userId} ${tab}`;
}
