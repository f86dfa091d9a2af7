import { classNames } from '../../ui/class-names.ts';
import type { Tone } from './pill-view.ts';

const tones: Readonly<Record<Tone, string>> = {
  trigger: 'rounded-full bg-trigger',
  app: 'rounded-[2px] bg-app',
  tool: 'rounded-[2px] bg-tool',
  constant: 'rounded-full border-2 border-faint',
};

/** A small mark in the colour and shape of a source's kind. */
export function ToneDot({ tone }: { readonly tone: Tone }) {
  return <span aria-hidden className={classNames('size-[9px] shrink-0', tones[tone])} />;
}
