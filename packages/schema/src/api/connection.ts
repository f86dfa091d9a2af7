/** An address and credentials for another system. Its values are never readable again. */
export interface Connection {
  readonly id: string;
  readonly name: string;
  /** The connector it belongs to, such as `haloitsm`. */
  readonly type: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  /** How many nodes of how many flows use it. */
  readonly usedBy: readonly { readonly flowId: string; readonly flowName: string }[];
  readonly lastTest?: ConnectionTest;
  readonly state: ConnectionState;
}

/** Whether a connection may send just now, or what keeps it from sending. */
export interface ConnectionState {
  readonly kind: 'ok' | 'resting' | 'down';
  /** When it is tried again, ISO 8601. */
  readonly until?: string;
  /** Why, in a sentence. */
  readonly message?: string;
}

/** What *Test connection* found. */
export interface ConnectionTest {
  readonly at: string;
  readonly ok: boolean;
  readonly checks: readonly ConnectionCheck[];
}

export interface ConnectionCheck {
  readonly label: string;
  readonly ok: boolean;
  /** What was found, or what is missing and what to do. */
  readonly message: string;
}

/** A named value that every flow can use as a pill. Not for secrets. */
export interface Constant {
  readonly id: string;
  readonly name: string;
  readonly value: string;
}
