import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { Replace, Trash2 } from 'lucide-react';
import { type Pill, type Template, valueOf } from '@sluice/schema';
import { Button } from '../../ui/Button.tsx';
import { say } from '../../words/say.ts';
import type { TemplateEditor } from './editor/template-editor.ts';
import { pillAt, pillOffsets } from './editor/template-edit.ts';
import { FloatingPanel } from './FloatingPanel.tsx';
import { FormatList } from './FormatList.tsx';
import { useMapping } from './mapping.ts';
import { OutputPicker } from './OutputPicker.tsx';
import { PathPicker } from './PathPicker.tsx';
import { PillValue } from './PillValue.tsx';

interface PillPopoverProps {
  readonly editor: RefObject<TemplateEditor | undefined>;
  /** The input's element. */
  readonly root: RefObject<HTMLElement | null>;
  readonly template: Template;
  /** The pill is the unit after this offset. */
  readonly offset: number;
  readonly onClose: () => void;
}

/** What one pill stands for now, how it is written, and the ways to replace or remove it. */
export function PillPopover({ editor, root, template, offset, onClose }: PillPopoverProps) {
  const { viewOf, lookup } = useMapping();
  const [replacing, setReplacing] = useState(false);
  const anchor = useRef({ getBoundingClientRect: () => new DOMRect() });
  const pill = pillAt(template, offset);
  useLayoutEffect(() => {
    anchor.current.getBoundingClientRect = () => pillRect(root.current, template, offset);
  }, [root, template, offset]);
  useEffect(() => {
    if (!pill) onClose();
  }, [pill, onClose]);
  if (!pill) return null;

  const span = { from: offset, to: offset + 1 };
  const become = (next: Pill) => editor.current?.replace(span, [{ pill: next }]);
  const view = viewOf(pill);
  const { format: _format, path: _path, ...whole } = pill;
  return (
    <FloatingPanel
      anchor={anchor}
      owner={root}
      label={`${view.source} › ${view.output}`}
      onClosed={() => root.current?.focus()}
      onClose={onClose}
      className="max-h-(--radix-popover-content-available-height) w-90 gap-3 overflow-y-auto p-3"
    >
      <p className="font-semibold">
        {view.source} <span className="font-normal text-muted">› {view.output}</span>
      </p>
      {view.broken !== undefined && <p className="text-fail">{view.broken}</p>}
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
            editor.current?.replace(span, []);
            onClose();
          }}
        >
          {say('designer.mapping.remove')}
        </Button>
      </div>
    </FloatingPanel>
  );
}

function pillRect(root: HTMLElement | null, template: Template, offset: number): DOMRect {
  const index = pillOffsets(template).indexOf(offset);
  const pill = root?.querySelectorAll('[data-pill]')[index];
  return (pill ?? root)?.getBoundingClientRect() ?? new DOMRect();
}
