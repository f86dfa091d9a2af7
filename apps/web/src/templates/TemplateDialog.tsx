import { useId } from 'react';
import type { FlowTemplate } from '@sluice/schema';
import { useMay } from '../api/session.ts';
import { DrawingPicture } from '../flows/DrawingPicture.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { say } from '../words/say.ts';
import { TemplateForm } from './TemplateForm.tsx';
import { TemplateNeeds } from './TemplateNeeds.tsx';
import { useTemplateForm } from './use-template-form.ts';

interface TemplateDialogProps {
  readonly template: FlowTemplate;
  readonly onClose: () => void;
}

/** One template: what it does and needs, and the form that makes a flow of it. */
export function TemplateDialog({ template, onClose }: TemplateDialogProps) {
  const mayBuild = useMay('build');
  const form = useTemplateForm(template);
  const formId = useId();
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      size="large"
      title={template.name}
      description={template.purpose}
      footer={
        <>
          <Button onClick={onClose}>{say('ui.cancel')}</Button>
          {mayBuild && (
            <Button type="submit" form={formId} variant="primary" busy={form.isMaking}>
              {say('templates.make')}
            </Button>
          )}
        </>
      }
    >
      <div className="flex flex-col gap-5">
        <div className="h-44 shrink-0 overflow-hidden rounded-r2 border bg-canvas p-2">
          <DrawingPicture drawing={template} />
        </div>
        <TemplateNeeds template={template} />
        {mayBuild ? (
          <TemplateForm id={formId} template={template} form={form} />
        ) : (
          <p className="text-muted">{say('templates.look-only')}</p>
        )}
      </div>
    </Dialog>
  );
}
