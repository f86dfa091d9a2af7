import type { FlowFile } from './flow-file.ts';
import { type Template, isEntries } from '../pills/template.ts';

/** A line of a node that looks as if a secret had been typed into it. */
export interface TypedSecret {
  /** The node's name. */
  readonly node: string;
  /** What the line is called, such as `Authorization`. */
  readonly line: string;
}

/**
 * Lines of a file that look as if they held a secret, such as a header `Authorization` with typed
 * text. A connection keeps secrets out of files; what was typed into a flow is a part of it.
 */
export function typedSecrets({ nodes }: Pick<FlowFile, 'nodes'>): readonly TypedSecret[] {
  return nodes.flatMap((node) =>
    Object.values(node.inputs ?? {}).flatMap((value) =>
      (isEntries(value) ? value.entries : [])
        .map((entry) => ({ node: node.name, line: typed(entry.name).trim(), value: entry.value }))
        .filter(({ line, value }) => isSecretName(line) && typed(value).replace(scheme, '') !== '')
        .map(({ line }) => ({ node: node.name, line })),
    ),
  );
}

/** A word before the secret itself, which may be a pill. */
const scheme = /^\s*(?:basic|bearer|token|apikey)?\s*$/i;

function isSecretName(name: string): boolean {
  return /authori[sz]ation|cookie|password|passphrase|secret|token|api[-_ ]?key/i.test(name);
}

function typed(template: Template): string {
  return template.map((part) => ('text' in part ? part.text : '')).join('');
}
