import { useEffect, useEffectEvent } from 'react';

/** N goes to the next change and P to the one before, from anywhere but a text box. */
export function useChangeKeys(go: (step: 1 | -1) => void): void {
  const pressed = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    const key = event.key.toLowerCase();
    if (key !== 'n' && key !== 'p') return;
    event.preventDefault();
    go(key === 'n' ? 1 : -1);
  });
  useEffect(() => {
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, []);
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target.closest('input, textarea, [role="listbox"]') !== null
  );
}
