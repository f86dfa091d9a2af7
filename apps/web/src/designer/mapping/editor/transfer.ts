import type { Pill, Template } from '@sluice/schema';
import { readPill, readTemplate } from './read-template.ts';

/** The clipboard type under which inputs hand text and pills to one another. */
export const TEMPLATE_TYPE = 'application/x-sluice-template';
/** The drag type of one pill from the list of values. */
export const PILL_TYPE = 'application/x-sluice-pill';

/** Puts parts on the clipboard: whole for our own inputs, as plain text for everything else. */
export function writeTransfer(
  transfer: DataTransfer,
  template: Template,
  nameOf: (pill: Pill) => string,
): void {
  transfer.setData(TEMPLATE_TYPE, JSON.stringify(template));
  transfer.setData(
    'text/plain',
    template.map((part) => ('text' in part ? part.text : nameOf(part.pill))).join(''),
  );
}

/** Puts one pill on a drag. */
export function writePill(transfer: DataTransfer, pill: Pill, name: string): void {
  transfer.setData(PILL_TYPE, JSON.stringify(pill));
  transfer.setData('text/plain', name);
  transfer.effectAllowed = 'copy';
}

/**
 * Reads what is pasted or dropped. Only our own types keep pills, and only after a check; from
 * anywhere else nothing but the plain text is taken, so markup can never come in.
 */
export function readTransfer(transfer: DataTransfer, tall: boolean): Template {
  const template = readTemplate(parsed(transfer.getData(TEMPLATE_TYPE)));
  if (template) return template.map((part) => ('text' in part ? plain(part.text, tall) : part));
  const pill = readPill(parsed(transfer.getData(PILL_TYPE)));
  if (pill) return [{ pill }];
  return [plain(transfer.getData('text/plain'), tall)];
}

/** Whether a drag brings something an input can take. */
export function isWelcome(transfer: DataTransfer): boolean {
  return [PILL_TYPE, TEMPLATE_TYPE, 'text/plain'].some((type) => transfer.types.includes(type));
}

function plain(text: string, tall: boolean): { text: string } {
  const lines = text.slice(0, MOST_TEXT).replace(/\r\n?/g, '\n').replace(CONTROLS, '');
  return { text: tall ? lines : lines.replace(/\n+/g, ' ') };
}

function parsed(json: string): unknown {
  try {
    return json === '' ? undefined : JSON.parse(json);
  } catch {
    return undefined;
  }
}

const MOST_TEXT = 100_000;
// Tab and line feed stay; the rest would be invisible in the input and break what receives it.
// oxlint-disable-next-line no-control-regex
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f]/g;
