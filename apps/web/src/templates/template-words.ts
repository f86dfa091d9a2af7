import type { FlowTemplate, TemplateAsk } from '@sluice/schema';
import { sayOfServer } from '../words/say.ts';

/** A template in the language of the screens. What that language does not say stays English. */
export function inWords(template: FlowTemplate): FlowTemplate {
  const said = (...path: readonly string[]) => sayOfServer(['templates', template.id, ...path]);
  return {
    ...template,
    name: said('name') ?? template.name,
    purpose: said('purpose') ?? template.purpose,
    needs: template.needs.map((need, index) => said('needs', String(index)) ?? need),
    asks: template.asks.map((ask): TemplateAsk => ({
      ...ask,
      label: said('asks', ask.id, 'label') ?? ask.label,
      help: said('asks', ask.id, 'help') ?? ask.help,
    })),
  };
}
