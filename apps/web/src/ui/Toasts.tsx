import { useEffect } from 'react';
import { Toaster as Sonner, toast } from 'sonner';
import { useTheme } from './theme.ts';
import { showToastsWith } from './toast.ts';

/** Where toasts appear, once their script is there. */
export function Toasts() {
  const theme = useTheme((each) => each.shown);
  useEffect(() => showToastsWith(toast), []);
  return (
    // The mouse leaves the focus where it is: a toast that had it would pull it back later.
    <div onMouseDown={(event) => event.preventDefault()}>
      <Sonner
        theme={theme}
        position="bottom-right"
        gap={8}
        offset={16}
        toastOptions={{
          unstyled: true,
          classNames: {
            toast:
              'flex w-[356px] items-center gap-2.5 rounded-r2 border bg-raised px-3.5 py-3 text-body text-ink shadow-3 font-sans',
            title: 'font-medium',
            description: 'text-muted',
            icon: 'shrink-0 [&>svg]:size-4',
            success: '[&_[data-icon]]:text-ok',
            error: '[&_[data-icon]]:text-fail',
            actionButton:
              'ml-auto shrink-0 rounded-r1 border border-line-strong bg-surface px-2.5 py-1 font-medium text-ink hover:bg-sunken',
          },
        }}
      />
    </div>
  );
}
