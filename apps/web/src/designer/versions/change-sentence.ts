import type { ChangeSummary, NamedFew } from '@sluice/schema';
import { listText } from '../../words/format.ts';
import { say } from '../../words/say.ts';

/** What changed between two versions, in one sentence. */
export function changeSentence(changes: ChangeSummary): string {
  const { added, removed, changed, moved, edgesAdded, edgesRemoved, notes } = changes;
  const parts = [
    ...(added.count > 0 ? [say('designer.versions.summary.added', { names: few(added) })] : []),
    ...(removed.count > 0
      ? [say('designer.versions.summary.removed', { names: few(removed) })]
      : []),
    ...(changed.count > 0
      ? [say('designer.versions.summary.changed', { names: few(changed) })]
      : []),
    ...(edgesAdded > 0
      ? [say('designer.versions.summary.edges-added', { count: edgesAdded })]
      : []),
    ...(edgesRemoved > 0
      ? [say('designer.versions.summary.edges-removed', { count: edgesRemoved })]
      : []),
    ...(moved > 0 ? [say('designer.versions.summary.moved', { count: moved })] : []),
    ...(notes > 0 ? [say('designer.versions.summary.notes', { count: notes })] : []),
  ];
  if (parts.length === 0) return say('designer.versions.summary.nothing');
  const sentence = parts.join(', ');
  return `${sentence.charAt(0).toLocaleUpperCase()}${sentence.slice(1)}.`;
}

function few({ names, count }: NamedFew): string {
  const rest = count - names.length;
  return listText(
    rest > 0 ? [...names, say('designer.versions.summary.more', { count: rest })] : names,
  );
}
