/** The outputs of a node or the resolved inputs of a step, by name. Always plain JSON. */
export type Values = Readonly<Record<string, unknown>>;
