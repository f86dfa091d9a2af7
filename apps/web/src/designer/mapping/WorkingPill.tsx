import { useState } from 'react';
import { Replace, Trash2 } from 'lucide-react';
import { type Pill, type Template, valueOf } from '@sluice/schema';
import { Button } from '../../ui/Button.tsx';
import { say } from '../../words/say.ts';
import { FormatList } from './FormatList.tsx';
import { useMapping } from './mapping.ts';
import { OutputPicker } from './OutputPicker.tsx';
import { PathPicker } from './PathPicker.tsx';
import { PillValue } from './PillValue.tsx';

interface WorkingPillProps {
  readonly pill: Pill;
  /** Puts other parts in the pill's place. */
  readonly onReplace: (parts: Template) => void;
  readonly onClose: () => void;
}

/** The value of a pill, the part of it that is taken, how it is written, and the ways to change it. */
export function WorkingPill({ pill, onReplace, onClose }: WorkingPillProps) {
  const { lookup } = useMapping();
  const [replacing, setReplacing] = useState(false);
  const become = (next: Pill) => onReplace([{ pill: next }]);
  const { format: _format, path: _path, ...whole } = pill;
  return (
    <>
      {replacing ? (
        <OutputPicker
          onChoose={(chosen) => {
            become({ ...chosen, ...(pill.format && { format: pill.format }) });
            setReplacing(false);
            onClose();
          }}
        />
      ) : (
        <>
          <PillValue pill={pill} />
          <PathPicker
            whole={valueOf(whole, lookup)}
            path={pill.path ?? []}
            onChange={(path) =>
              become({
                ...whole,
                ...(path.length > 0 && { path }),
                ...(pill.format && { format: pill.format }),
              })
            }
          />
          <FormatList
            formats={pill.format ?? []}
            onChange={(format) =>
              become({
                ...whole,
                ...(pill.path && { path: pill.path }),
                ...(format.length > 0 && { format }),
              })
            }
          />
        </>
      )}
      <div className="flex gap-2 border-t pt-3">
        <Button
          size="small"
          icon={<Replace aria-hidden />}
          onClick={() => setReplacing(!replacing)}
        >
          {replacing ? say('designer.mapping.keep-this') : say('designer.mapping.replace')}
        </Button>
        <Button
          size="small"
          variant="ghost"
          icon={<Trash2 aria-hidden />}
          onClick={() => {
            onReplace([]);
            onClose();
          }}
        >
          {say('designer.mapping.remove')}
        </Button>
      </div>
    </>
  );
}
