import { useEffect, useRef } from 'react';
import type { Template } from '@sluice/schema';
import { classNames } from '../../../ui/class-names.ts';
import { controlClass } from '../../../ui/control-class.ts';

interface CodeInputProps {
  readonly label: string;
  readonly value: Template;
  readonly onChange: (value: Template) => void;
  readonly placeholder?: string | undefined;
  readonly invalid?: boolean;
  readonly required?: boolean;
  readonly describedBy?: string | undefined;
  readonly focusAtOnce?: boolean;
}

/** Source text. It takes no pills, so values reach it only by the names they are given. */
export function CodeInput(props: CodeInputProps) {
  const { label, value, placeholder, focusAtOnce = false } = props;
  const area = useRef<HTMLTextAreaElement>(null);
  const text = value.map((part) => ('text' in part ? part.text : '')).join('');
  useEffect(() => {
    if (focusAtOnce) area.current?.focus();
  }, [focusAtOnce]);
  return (
    <textarea
      ref={area}
      aria-label={label}
      aria-invalid={props.invalid || undefined}
      aria-required={props.required || undefined}
      aria-describedby={props.describedBy}
      placeholder={placeholder}
      value={text}
      rows={Math.min(24, Math.max(8, text.split('\n').length + 1))}
      wrap="off"
      spellCheck={false}
      autoCapitalize="off"
      onChange={({ target }) => props.onChange(target.value === '' ? [] : [{ text: target.value }])}
      className={classNames(controlClass, 'resize-y px-2.5 py-1.5 font-mono text-hint')}
    />
  );
}
