import { classNames } from './class-names.ts';
import { iconUrl } from './icon-url.ts';
import { useTheme } from './theme.ts';

export type TileKind = 'trigger' | 'app' | 'tool' | 'alert';

interface TileProps {
  readonly kind: TileKind;
  /** An SVG document, as the catalogue carries it; a question mark stands in when it is missing. */
  readonly icon: string | undefined;
  /** 22, 30 or 38 px. */
  readonly size?: 'small' | 'medium' | 'large';
  readonly className?: string;
}

const kinds: Readonly<Record<TileKind, string>> = {
  trigger: 'bg-trigger rounded-full',
  app: 'bg-app',
  tool: 'bg-tool',
  alert: 'bg-alert',
};

const sizes = {
  small: 'size-[22px] rounded-[6px] [&>img]:size-3.5',
  medium: 'size-[30px] rounded-[8px] [&>img]:size-[18px]',
  large: 'size-[38px] rounded-[9px] [&>img]:size-[22px]',
};

/** The icon tile that tells kinds apart: triggers are round. Decorative; a name stands beside it. */
export function Tile({ kind, icon, size = 'medium', className }: TileProps) {
  const ink = useTheme((theme) => (theme.shown === 'dark' ? '#10161c' : '#ffffff'));
  return (
    <span
      aria-hidden
      className={classNames(
        'grid shrink-0 place-items-center text-tile-ink',
        sizes[size],
        kinds[kind],
        className,
      )}
    >
      {icon === undefined ? (
        <span className="font-semibold">?</span>
      ) : (
        <img src={iconUrl(icon, ink)} alt="" draggable={false} />
      )}
    </span>
  );
}
