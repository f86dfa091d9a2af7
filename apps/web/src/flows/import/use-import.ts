import {
  type FlowFile,
  type FlowFileFault,
  type FlowFileReading,
  labelSchema,
} from '@sluice/schema';
import { useState } from 'react';
import { useLocation } from 'wouter';
import {
  type FlowFileAnswer,
  type MatchedNeed,
  useCheckFlowFile,
  useImportFlowFile,
} from '../../api/flow-files.ts';
import { toastDone } from '../../ui/toast.ts';
import { say } from '../../words/say.ts';
import { readChosenFile } from './flow-file-source.ts';

/** Ids by need; undefined where it is left open. */
export type Bound = Readonly<Record<string, string | undefined>>;

/** A file that can be imported, and what was chosen for it so far. */
export interface ImportDraft {
  readonly file: FlowFile;
  readonly check: FlowFileAnswer;
  readonly name: string;
  readonly connections: Bound;
  readonly flows: Bound;
}

/** An import from the file to the flow: it is read, checked, bound, and opened in the designer. */
export function useImport() {
  const [draft, setDraft] = useState<ImportDraft>();
  const [refusals, setRefusals] = useState<readonly FlowFileFault[]>([]);
  const checking = useCheckFlowFile();
  const importing = useImportFlowFile();
  const [, navigate] = useLocation();

  function read({ file, faults }: FlowFileReading) {
    checking.reset();
    importing.reset();
    setRefusals(faults);
    setDraft(undefined);
    if (!file) return;
    checking.mutate(file, {
      onSuccess: (check) => {
        setRefusals(check.refusals);
        if (check.refusals.length > 0) return;
        const { name } = file;
        const connections = matched(check.connections);
        setDraft({ file, check, name, connections, flows: matched(check.flows) });
      },
    });
  }

  function bring() {
    if (!draft) return;
    const { file, connections, flows } = draft;
    const name = draft.name.trim();
    importing.mutate(
      { file, name, connections: chosen(connections), flows: chosen(flows) },
      {
        onSuccess: (flow) => {
          toastDone(say('flows.import.done', { name: flow.name }));
          navigate(`/flows/${flow.id}`);
        },
      },
    );
  }

  return {
    draft,
    change: setDraft,
    refusals,
    read,
    readFile: (chosen: File) => void readChosenFile(chosen).then(read),
    isChecking: checking.isPending,
    isImporting: importing.isPending,
    error: checking.error ?? importing.error,
    nameError: draft && labelSchema.safeParse(draft.name).error?.issues[0]?.message,
    bring,
    back: () => {
      importing.reset();
      setDraft(undefined);
    },
  };
}

function matched(needs: readonly MatchedNeed[]): Bound {
  return Object.fromEntries(needs.map(({ id, match }) => [id, match?.id]));
}

function chosen(bound: Bound): Record<string, string> {
  return Object.fromEntries(
    Object.entries(bound).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
