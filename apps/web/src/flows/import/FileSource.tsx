import { type FlowFileReading, readFlowFile } from '@sluice/schema';
import { FileUp } from 'lucide-react';
import { useRef, useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { TextArea } from '../../ui/TextArea.tsx';
import { say } from '../../words/say.ts';

interface FileSourceProps {
  readonly busy: boolean;
  /** Whether a file is held above the page just now. */
  readonly isOver: boolean;
  readonly onFile: (file: File) => void;
  readonly onRead: (reading: FlowFileReading) => void;
}

/** Where a file comes from: chosen, dropped, or pasted as text. */
export function FileSource({ busy, isOver, onFile, onRead }: FileSourceProps) {
  const input = useRef<HTMLInputElement>(null);
  const [pasted, setPasted] = useState('');

  return (
    <>
      <div
        className={classNames(
          'flex flex-col items-center gap-3 rounded-r2 border-2 border-dashed px-6 py-8 text-center',
          isOver ? 'border-accent bg-accent-soft' : 'border-line-strong bg-sunken',
        )}
      >
        <FileUp className="size-7 text-accent" aria-hidden />
        <p className="text-muted">{say('flows.import.drop')}</p>
        <Button autoFocus variant="primary" busy={busy} onClick={() => input.current?.click()}>
          {say('flows.import.choose')}
        </Button>
        <input
          ref={input}
          type="file"
          accept=".json,application/json"
          hidden
          aria-label={say('flows.import.file')}
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            // The same file can be chosen again after it was corrected.
            event.target.value = '';
            if (file) onFile(file);
          }}
        />
      </div>
      <div className="mt-4 flex flex-col items-end gap-2">
        <TextArea
          mono
          rows={4}
          label={say('flows.import.paste')}
          className="w-full"
          value={pasted}
          onChange={setPasted}
          placeholder={'{ "format": "sluice-flow", … }'}
        />
        <Button
          disabled={pasted.trim() === ''}
          busy={busy}
          onClick={() => onRead(readFlowFile(pasted))}
        >
          {say('flows.import.look')}
        </Button>
      </div>
    </>
  );
}
