import {
  type FlowNode,
  type GivenOutputs,
  type Values,
  errorExit,
  exitsOf,
  faultOfGiven,
} from '@sluice/schema';
import { useState } from 'react';
import { useStepManifest } from '../../catalogue/use-catalogue.ts';
import { Button } from '../../ui/Button.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { say } from '../../words/say.ts';
import { jsonProblem } from '../test-run/json-problem.ts';

interface PinnedEditorProps {
  readonly node: FlowNode;
  readonly start: GivenOutputs;
  readonly onKeep: (pinned: GivenOutputs) => void;
  readonly onCancel: () => void;
}

/** Outputs as JSON, checked while they are typed; and the exit, where a step has several. */
export function PinnedEditor({ node, start, onKeep, onCancel }: PinnedEditorProps) {
  const [text, setText] = useState(() => JSON.stringify(start.outputs, null, 2));
  const manifest = useStepManifest(node.type);
  const exits = exitsOf(node, manifest).filter((exit) => exit.id !== errorExit.id);
  const [exit, setExit] = useState(() => start.exits?.[0] ?? exits[0]?.id);
  const problem = jsonProblem(text) ?? faultOfGiven(JSON.parse(text));
  const asksForExit = exits.length > 1;

  function keep() {
    const outputs = JSON.parse(text) as Values;
    const by = asksForExit && exit !== undefined ? [exit] : start.exits;
    onKeep({ outputs, ...(by && { exits: by }) });
  }

  return (
    <div className="mt-3 grid gap-3">
      <TextArea
        autoFocus
        label={say('designer.pinned.outputs-json')}
        mono
        rows={10}
        value={text}
        onChange={setText}
        error={problem}
        hint={say('designer.pinned.outputs-hint')}
      />
      {asksForExit && (
        <Select
          label={say('designer.pinned.left-by')}
          value={exit}
          onChange={setExit}
          options={exits.map(({ id, label }) => ({ value: id, label }))}
          className="max-w-72"
        />
      )}
      <div className="flex justify-end gap-2">
        <Button size="small" onClick={onCancel}>
          {say('ui.cancel')}
        </Button>
        <Button size="small" variant="primary" disabled={problem !== undefined} onClick={keep}>
          {say('designer.pinned.keep')}
        </Button>
      </div>
    </div>
  );
}
