import { Download } from 'lucide-react';
import { say } from '../words/say.ts';
import { CopyButton } from './CopyButton.tsx';
import { IconButton } from './IconButton.tsx';
import { JsonNode } from './JsonNode.tsx';
import { downloadText } from './download-text.ts';

interface JsonViewProps {
  readonly value: unknown;
  /** What the value is: the name of the tree and of the file when it is downloaded. */
  readonly label: string;
}

/** Above this many characters a value is copied and downloaded, never drawn whole. */
const LARGE = 200_000;

/** A JSON value as a tree that can be folded, long parts cut. */
export function JsonView({ value, label }: JsonViewProps) {
  const text = JSON.stringify(value, undefined, 2) ?? 'undefined';
  return (
    <div className="group/json relative rounded-r1 border bg-sunken">
      <div className="absolute top-1.5 right-1.5 z-1 flex gap-1.5">
        {text.length > LARGE && (
          <IconButton
            size="small"
            icon={<Download />}
            label={say('ui.download')}
            onClick={() => downloadText(`${label}.json`, text)}
          />
        )}
        <CopyButton
          text={text}
          label={say('ui.copy-named', { name: label })}
          size="small"
          iconOnly
        />
      </div>
      <div
        role="group"
        aria-label={label}
        className="max-h-96 overflow-auto p-2.5 pr-18 font-mono text-hint leading-5"
      >
        <JsonNode value={value} depth={0} />
      </div>
    </div>
  );
}
