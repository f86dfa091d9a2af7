import type { FlowTemplate } from '@sluice/schema';
import { Cable, Check } from 'lucide-react';
import { useCatalogue } from '../catalogue/use-catalogue.ts';
import { say } from '../words/say.ts';

/** What must be there for a template to work: its connections, and the rest in words. */
export function TemplateNeeds({ template }: { readonly template: FlowTemplate }) {
  const { connectors } = useCatalogue();
  const kinds = template.connections.map(
    ({ type }) => connectors.find(({ id }) => id === type)?.label ?? type,
  );
  return (
    <section aria-label={say('templates.needs')}>
      <h3 className="mb-1.5 font-semibold">{say('templates.needs')}</h3>
      <ul className="flex flex-col gap-1.5 text-muted [&_svg]:mt-0.5 [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-accent">
        {kinds.map((kind) => (
          <li key={kind} className="flex items-start gap-2">
            <Cable aria-hidden />
            {say('templates.connection-of', { kind })}
          </li>
        ))}
        {template.needs.map((need) => (
          <li key={need} className="flex items-start gap-2">
            <Check aria-hidden />
            {need}
          </li>
        ))}
      </ul>
    </section>
  );
}
