import type { FlowTemplate } from '@sluice/schema';
import { ConnectionNeedField } from '../flows/import/ConnectionNeedField.tsx';
import { ErrorBanner } from '../ui/ErrorBanner.tsx';
import { Form } from '../ui/Form.tsx';
import { TextField } from '../ui/TextField.tsx';
import { say } from '../words/say.ts';
import type { TemplateFormState } from './use-template-form.ts';

interface TemplateFormProps {
  /** Lets the dialog's button submit it. */
  readonly id: string;
  readonly template: FlowTemplate;
  readonly form: TemplateFormState;
}

/** What is chosen before a flow is made of a template. All but the name can stay open. */
export function TemplateForm({ id, template, form }: TemplateFormProps) {
  return (
    <Form id={id} onSubmit={form.make}>
      <h3 className="font-semibold">{say('templates.choices')}</h3>
      <TextField
        label={say('templates.name')}
        required
        value={form.name}
        onChange={form.setName}
        error={form.nameError}
      />
      {template.connections.map((need) => (
        <ConnectionNeedField
          key={need.id}
          need={{ ...need, usedBy: usersOf(template, need.id) }}
          bound={form.connections[need.id]}
          onBind={(connectionId) => form.bind(need.id, connectionId)}
        />
      ))}
      {template.asks.map((ask) => (
        <TextField
          key={ask.id}
          label={ask.label}
          hint={`${ask.help} ${say('templates.asks-later')}`}
          {...(ask.placeholder !== undefined && { placeholder: ask.placeholder })}
          value={form.answers[ask.id] ?? ''}
          onChange={(text) => form.answer(ask.id, text)}
        />
      ))}
      <ErrorBanner error={form.error} />
    </Form>
  );
}

function usersOf({ nodes }: FlowTemplate, needId: string): readonly string[] {
  return nodes.filter(({ connection }) => connection === needId).map(({ name }) => name);
}
