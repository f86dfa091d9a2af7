import { ArrowLeft, LayoutTemplate } from 'lucide-react';
import { Link, useLocation, useParams } from 'wouter';
import { useTemplates } from '../api/templates.ts';
import { Page } from '../app/Page.tsx';
import { buttonClass } from '../ui/button-class.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorBanner } from '../ui/ErrorBanner.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { say } from '../words/say.ts';
import { TemplateCard } from './TemplateCard.tsx';
import { TemplateDialog } from './TemplateDialog.tsx';
import { inWords } from './template-words.ts';

/** The gallery of finished flows. The address names the one that is looked at. */
export function TemplatesPage() {
  const { data, error, refetch } = useTemplates();
  const { templateId } = useParams();
  const [, navigate] = useLocation();
  const templates = data?.map(inWords);
  const open = templates?.find(({ id }) => id === templateId);
  return (
    <Page
      title={say('templates.title')}
      description={say('templates.description')}
      actions={
        <Link to="/" className={buttonClass()}>
          <ArrowLeft aria-hidden />
          {say('templates.back')}
        </Link>
      }
    >
      <ErrorBanner error={error} onRetry={() => void refetch()} />
      {!templates && !error && <Skeleton lines={8} />}
      {templates?.length === 0 && (
        <EmptyState icon={<LayoutTemplate />} title={say('templates.none')}>
          {say('templates.none-hint')}
        </EmptyState>
      )}
      {templates && templates.length > 0 && (
        <ul className="grid grid-cols-[repeat(auto-fill,minmax(290px,1fr))] gap-4">
          {templates.map((template) => (
            <li key={template.id} className="flex">
              <TemplateCard template={template} />
            </li>
          ))}
        </ul>
      )}
      {open && <TemplateDialog template={open} onClose={() => navigate('/templates')} />}
    </Page>
  );
}
