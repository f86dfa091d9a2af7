import type { NodeSwap, SwapNote } from '@sluice/schema';
import { listText } from '../../words/format.ts';
import { say } from '../../words/say.ts';

/** What a replaced node kept and what it did not, in one or two sentences. */
export function swapWords({ kept, lost }: Pick<NodeSwap, 'kept' | 'lost'>): string {
  const place = [say('designer.replacing.place')];
  return [
    say('designer.replacing.kept', { list: listText([...place, ...phrases(kept, false)]) }),
    ...(lost.length > 0
      ? [say('designer.replacing.lost', { list: listText(phrases(lost, true)) })]
      : []),
  ].join(' ');
}

function phrases(notes: readonly SwapNote[], areLost: boolean): readonly string[] {
  const pills = notes.filter(({ what }) => what === 'pill');
  const others = notes.filter(({ what }) => what !== 'pill');
  return [
    ...others.map(phraseOf),
    // Where a pill still works, that it does is enough to know.
    ...(areLost
      ? [...new Set(pills.map(lostPill))]
      : pills.length > 0
        ? [say('designer.replacing.pills', { count: pills.length })]
        : []),
  ];
}

function lostPill({ name, heldBy = '' }: SwapNote): string {
  return say('designer.replacing.pill', { name, step: heldBy });
}

function phraseOf({ what, name, became }: SwapNote): string {
  switch (what) {
    case 'connection':
      return say('designer.replacing.connection');
    case 'settings':
      return say('designer.replacing.settings');
    case 'address':
      return say('designer.replacing.address');
    case 'label':
      return say('designer.replacing.label');
    case 'way':
      return became === undefined
        ? say('designer.replacing.way', { name })
        : say('designer.replacing.way-became', { name, became });
    default:
      return name;
  }
}
