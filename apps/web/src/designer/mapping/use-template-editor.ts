import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import type { Template } from '@sluice/schema';
import { attachEditor } from './editor/attach-editor.ts';
import type { EditorPort, TemplateEditor } from './editor/template-editor.ts';
import { useMapping } from './mapping.ts';

/** Makes an element edit a template for as long as it is on the screen. */
export function useTemplateEditor(
  root: RefObject<HTMLElement | null>,
  value: Template,
  given: Omit<EditorPort, 'viewOf'>,
): RefObject<TemplateEditor | undefined> {
  const { viewOf } = useMapping();
  const port: EditorPort = { ...given, viewOf };
  const editor = useRef<TemplateEditor>(undefined);
  const latest = useRef(port);

  useLayoutEffect(() => {
    if (!root.current) return undefined;
    const attached = attachEditor(root.current, latest.current);
    editor.current = attached.editor;
    return attached.detach;
  }, [root]);

  useLayoutEffect(() => {
    latest.current = port;
    if (editor.current) editor.current.port = port;
  });

  useEffect(() => {
    editor.current?.show(value);
  }, [value, viewOf, given.ornament]);

  return editor;
}
