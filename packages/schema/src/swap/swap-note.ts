/** What became of one thing when a node was replaced. */
export interface SwapNote {
  readonly what: 'label' | 'connection' | 'input' | 'way' | 'pill' | 'settings' | 'address';
  /** What it is called: the label itself, an input's, an exit's or an output's. */
  readonly name: string;
  /** For a pill: the step that holds it. */
  readonly heldBy?: string;
  /** For a way that goes on by another exit: that exit. */
  readonly became?: string;
}
