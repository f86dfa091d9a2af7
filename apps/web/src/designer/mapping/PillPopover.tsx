import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import type { Template } from '@sluice/schema';
import { BrokenPill } from './BrokenPill.tsx';
import type { TemplateEditor } from './editor/template-editor.ts';
import { pillAt, pillOffsets } from './editor/template-edit.ts';
import { FloatingPanel } from './FloatingPanel.tsx';
import { useMapping } from './mapping.ts';
import { WorkingPill } from './WorkingPill.tsx';

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
  const { viewOf } = useMapping();
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
  const view = viewOf(pill);
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
      {view.broken === undefined ? (
        <WorkingPill
          pill={pill}
          onReplace={(parts) => editor.current?.replace(span, parts)}
          onClose={onClose}
        />
      ) : (
        <BrokenPill
          pill={pill}
          view={view}
          onReplace={(parts) => {
            editor.current?.replace(span, parts);
            onClose();
          }}
        />
      )}
    </FloatingPanel>
  );
}

function pillRect(root: HTMLElement | null, template: Template, offset: number): DOMRect {
  const index = pillOffsets(template).indexOf(offset);
  const pill = root?.querySelectorAll('[data-pill]')[index];
  return (pill ?? root)?.getBoundingClientRect() ?? new DOMRect();
}
