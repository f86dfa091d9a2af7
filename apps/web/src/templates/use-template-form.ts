import { useState } from 'react';
import { type FlowTemplate, labelSchema } from '@sluice/schema';
import { useLocation } from 'wouter';
import { useConnections } from '../api/connections.ts';
import { useMakeFromTemplate } from '../api/templates.ts';
import { toastDone } from '../ui/toast.ts';
import { say } from '../words/say.ts';

export type TemplateFormState = ReturnType<typeof useTemplateForm>;

/** What was chosen for a template so far, and the making of its flow, which then opens. */
export function useTemplateForm(template: FlowTemplate) {
  const { data: known = [] } = useConnections();
  const [, navigate] = useLocation();
  const making = useMakeFromTemplate(template.id);
  const [name, setName] = useState(template.name);
  const [chosen, setChosen] = useState<Readonly<Record<string, string | undefined>>>({});
  const [answers, setAnswers] = useState<Readonly<Record<string, string>>>({});
  const [shown, setShown] = useState(false);
  const parsed = labelSchema.safeParse(name);

  // Where there is only one that fits, it is meant until somebody says otherwise.
  const connections = Object.fromEntries(
    template.connections.map(({ id, type }) => {
      const fitting = known.filter((each) => each.type === type);
      return [id, Object.hasOwn(chosen, id) ? chosen[id] : onlyOf(fitting)?.id];
    }),
  );

  function make() {
    setShown(true);
    if (!parsed.success) return;
    making.mutate(
      { name: parsed.data, connections: withoutOpen(connections), answers },
      {
        onSuccess: (flow) => {
          toastDone(say('templates.made', { name: flow.name }));
          navigate(`/flows/${flow.id}`);
        },
      },
    );
  }

  return {
    name,
    setName,
    nameError: shown ? parsed.error?.issues[0]?.message : undefined,
    connections,
    bind: (need: string, connectionId: string | undefined) =>
      setChosen((before) => ({ ...before, [need]: connectionId })),
    answers,
    answer: (ask: string, text: string) => setAnswers((before) => ({ ...before, [ask]: text })),
    isMaking: making.isPending,
    error: making.error,
    make,
  };
}

function onlyOf<Thing>(things: readonly Thing[]): Thing | undefined {
  return things.length === 1 ? things[0] : undefined;
}

function withoutOpen(bound: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(bound).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
