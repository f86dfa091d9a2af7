import {
  type FieldManifest,
  type InputValue,
  type Template,
  asText,
  escapePills,
  findJsonFault,
  isBlank,
  isTemplate,
  resolveTemplate,
} from '@sluice/schema';
import { saySentence } from '../../../words/say-sentence.ts';
import { say } from '../../../words/say.ts';
import { plainText } from './plain-text.ts';

/** What to do about text that an input cannot take. A pill's value is not known yet, so it passes. */
export function typedProblem(
  field: FieldManifest,
  value: InputValue | undefined,
): string | undefined {
  if (isBlank(value) || value === undefined || !isTemplate(value)) return undefined;
  if (field.control === 'json') return jsonFault(value);
  const text = plainText(value)?.trim();
  if (text === undefined) return undefined;
  switch (field.control) {
    case 'number':
      return Number.isFinite(Number(text)) ? undefined : say('designer.settings.step.typed.number');
    case 'toggle':
      return ['true', 'false'].includes(text)
        ? undefined
        : say('designer.settings.step.typed.yes-no');
    case 'select':
      return field.options?.some((option) => option.value === text)
        ? undefined
        : say('designer.settings.step.typed.choice');
    case 'lookup':
      return field.type !== 'number' || Number.isFinite(Number(text))
        ? undefined
        : say('designer.settings.step.typed.lookup');
    case 'date-time':
      return Number.isNaN(Date.parse(text)) ? say('designer.settings.step.typed.date') : undefined;
    default:
      return undefined;
  }
}

/** JSON is judged with its pills filled in by nothing: null, or no text within quotes. */
function jsonFault(value: Template): string | undefined {
  const sources = { lookup: () => undefined, isHtml: () => false };
  const text = asText(resolveTemplate(escapePills(value, 'json', sources), sources.lookup));
  const fault = findJsonFault(text);
  if (!fault) return undefined;
  // A pill is as long as its value, so what stands behind one in a line cannot be counted.
  const { line, column } = fault;
  const problem = saySentence(fault.problem);
  return plainText(value) === undefined
    ? say('designer.settings.step.typed.json', { line, problem })
    : say('designer.settings.step.typed.json-column', { line, column, problem });
}
