import { useState } from 'react';
import { toastRefusal } from '../../ui/toast.ts';
import { say } from '../../words/say.ts';
import { useMayBuild } from '../state/may-build.ts';
import { useFlowDocument } from '../state/use-flow-document.ts';

/** The flow's name, which is edited where it stands. Enter keeps, Escape brings the old one back. */
export function FlowName() {
  const name = useFlowDocument(({ flow }) => flow.name);
  const edit = useFlowDocument((state) => state.edit);
  const mayBuild = useMayBuild();
  const [typed, setTyped] = useState<string>();

  function keep() {
    setTyped(undefined);
    if (typed === undefined) return;
    // What a name cannot hold, such as a tab that was pasted, becomes a space.
    // oxlint-disable-next-line no-control-regex
    const wanted = typed.replaceAll(/[\u0000-\u001f\u007f]/g, ' ').trim();
    if (wanted === name) return;
    if (wanted !== '') edit({ edit: 'rename', name: wanted });
    else toastRefusal(say('designer.header.no-name'));
  }

  if (!mayBuild) return <h1 className="truncate text-[14px] font-semibold">{name}</h1>;
  return (
    <h1 className="relative min-w-24 overflow-hidden text-[14px] font-semibold">
      <span
        aria-hidden
        className="invisible block max-w-[clamp(200px,28vw,560px)] truncate px-1.5 whitespace-pre"
      >
        {typed ?? name}
      </span>
      <input
        aria-label={say('designer.header.name')}
        value={typed ?? name}
        maxLength={120}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={keep}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.currentTarget.blur();
          if (event.key !== 'Escape') return;
          event.stopPropagation();
          setTyped(undefined);
        }}
        className="absolute inset-0 w-full rounded-r1 bg-transparent px-1.5 text-ellipsis -outline-offset-2 hover:bg-sunken focus:bg-surface"
      />
    </h1>
  );
}
