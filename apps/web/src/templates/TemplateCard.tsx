import type { FlowTemplate } from '@sluice/schema';
import { Link } from 'wouter';
import { useCatalogue } from '../catalogue/use-catalogue.ts';
import { DrawingPicture } from '../flows/DrawingPicture.tsx';
import { listText } from '../words/format.ts';
import { say } from '../words/say.ts';

/** A template in the gallery: its drawing, its name and what it is for. */
export function TemplateCard({ template }: { readonly template: FlowTemplate }) {
  const { connectors } = useCatalogue();
  const kinds = connectors
    .filter(({ id }) => template.nodes.some(({ type }) => type.startsWith(`${id}.`)))
    .map(({ label }) => label);
  return (
    <Link
      to={`/templates/${template.id}`}
      className="group flex w-full flex-col overflow-hidden rounded-r2 border bg-surface no-underline shadow-1 transition-shadow duration-100 hover:border-line-strong hover:shadow-2"
    >
      <span className="block h-36 border-b bg-canvas p-2" aria-hidden>
        <DrawingPicture drawing={template} />
      </span>
      <span className="flex flex-1 flex-col gap-1 p-4">
        <span className="font-semibold group-hover:text-accent">{template.name}</span>
        <span className="flex-1 text-muted">{template.purpose}</span>
        <span className="mt-1.5 text-hint text-faint">
          {say('templates.uses', { names: listText(kinds) })}
        </span>
      </span>
    </Link>
  );
}
