import { type FlowDrawing, type FlowNode, manifestIndex } from '@sluice/schema';
import { memo, useMemo } from 'react';
import { useCatalogue } from '../catalogue/use-catalogue.ts';
import { iconUrl } from '../ui/icon-url.ts';
import { useTheme } from '../ui/theme.ts';
import { listText } from '../words/format.ts';
import { say } from '../words/say.ts';
import { CARD, pictureOf } from './drawing-picture.ts';

/** Beyond this the cards are too small to be read, and names would only cost time. */
const READABLE = 80;
/** Names that are told to who cannot see the picture. */
const TOLD = 20;

/** A flow's drawing as a still picture, fitted into the room there is. */
export const DrawingPicture = memo(function DrawingPicture({
  drawing,
}: {
  readonly drawing: FlowDrawing;
}) {
  const { frame, cards, lines } = useMemo(() => pictureOf(drawing), [drawing]);
  const names = drawing.nodes.slice(0, TOLD).map(({ name }) => name);
  const label = say('flows.picture', { count: drawing.nodes.length, names: listText(names) });
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={frame.join(' ')}
      className="size-full select-none"
      preserveAspectRatio="xMidYMid meet"
    >
      {lines.map(({ id, path, isError }) => (
        <path
          key={id}
          d={path}
          className={isError ? 'fill-none stroke-fail' : 'fill-none stroke-line-strong'}
          strokeWidth={2}
          strokeDasharray={isError ? '6 5' : undefined}
        />
      ))}
      {cards.map(({ node, x, y }) => (
        <g key={node.id} transform={`translate(${x} ${y})`} opacity={node.disabled ? 0.5 : 1}>
          <rect
            {...CARD}
            rx={node.kind === 'trigger' ? CARD.height / 2 : 12}
            className="fill-surface stroke-line-strong"
            strokeWidth={1.5}
          />
          <Inside node={node} isReadable={cards.length <= READABLE} />
        </g>
      ))}
    </svg>
  );
});

const fills = { trigger: 'fill-trigger', app: 'fill-app', tool: 'fill-tool' };

function Inside({ node, isReadable }: { readonly node: FlowNode; readonly isReadable: boolean }) {
  const { connectors, triggers, steps } = manifestIndex(useCatalogue());
  const ink = useTheme((theme) => (theme.shown === 'dark' ? '#10161c' : '#ffffff'));
  const connector = connectors.get(node.type);
  const icon = (triggers.get(node.type) ?? steps.get(node.type))?.icon ?? connector?.icon;
  const isTrigger = node.kind === 'trigger';
  const kind = isTrigger ? 'trigger' : connector?.section === 'tools' ? 'tool' : 'app';
  return (
    <>
      <rect x={14} y={13} width={38} height={38} rx={isTrigger ? 19 : 9} className={fills[kind]} />
      {isReadable && icon !== undefined && (
        <image href={iconUrl(icon, ink)} x={22} y={21} width={22} height={22} />
      )}
      {isReadable && (
        <text x={64} y={37} fontSize={15} className="fill-ink font-medium">
          {shortened(node.name)}
        </text>
      )}
    </>
  );
}

/** As much of a name as fits on a card. */
function shortened(name: string): string {
  const letters = Array.from(name);
  return letters.length <= 18 ? name : `${letters.slice(0, 17).join('')}…`;
}
