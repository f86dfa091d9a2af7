import { say } from '../words/say.ts';

export type ReadJson =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly message: string };

/** Reads JSON that a person typed; a mistake becomes a sentence that says where it is. */
export function readJson(text: string): ReadJson {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch (error) {
    const where = /position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1];
    if (where === undefined) return { ok: false, message: say('signals.not-json') };
    const line = text.slice(0, Number(where)).split('\n').length;
    return { ok: false, message: say('signals.not-json-at', { line }) };
  }
}
