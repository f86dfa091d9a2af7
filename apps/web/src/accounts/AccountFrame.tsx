import type { ReactNode } from 'react';
import { Logo } from '../app/Logo.tsx';

interface AccountFrameProps {
  readonly title: string;
  readonly description: ReactNode;
  readonly children: ReactNode;
}

/** The quiet page around what is asked before somebody is logged in. */
export function AccountFrame({ title, description, children }: AccountFrameProps) {
  return (
    <main className="grid min-h-full place-items-center bg-canvas bg-[radial-gradient(var(--dot)_1.1px,transparent_1.1px)] bg-[size:20px_20px] px-4 py-8">
      <title>{`${title} · Sluice`}</title>
      <div className="w-full max-w-[420px]">
        <div className="mb-5 flex justify-center">
          <Logo size={32} name />
        </div>
        <div className="rounded-r3 border bg-surface p-7 shadow-2">
          <h1 className="text-page font-semibold tracking-tight">{title}</h1>
          <div className="mt-1 mb-5 text-muted">{description}</div>
          {children}
        </div>
      </div>
    </main>
  );
}
