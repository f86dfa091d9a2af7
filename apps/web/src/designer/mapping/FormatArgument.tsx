import { type DateStyle, type PillFormat, dateStyles } from '@sluice/schema';
import { controlClass } from '../../ui/control-class.ts';
import { say } from '../../words/say.ts';
import { dateStyleLabels } from './describe-format.ts';

interface FormatArgumentProps {
  readonly format: PillFormat;
  readonly onChange: (format: PillFormat) => void;
}

const box = `${controlClass} h-6 px-1.5`;

/** The argument of a format that takes one. */
export function FormatArgument({ format, onChange }: FormatArgumentProps) {
  switch (format.name) {
    case 'default':
      return (
        <input
          aria-label={say('designer.mapping.formats.default-value')}
          className={box}
          value={format.value}
          maxLength={2000}
          onChange={(event) => onChange({ name: 'default', value: event.target.value })}
        />
      );
    case 'join':
      return (
        <input
          aria-label={say('designer.mapping.formats.between-items')}
          className={`${box} max-w-20`}
          value={format.separator}
          maxLength={20}
          onChange={(event) => onChange({ name: 'join', separator: event.target.value })}
        />
      );
    case 'truncate':
      return (
        <input
          aria-label={say('designer.mapping.formats.most-characters')}
          type="number"
          min={1}
          max={100_000}
          className={`${box} max-w-24`}
          value={format.length}
          onChange={(event) =>
            onChange({ name: 'truncate', length: whole(event.target.value, 1, 100_000) })
          }
        />
      );
    case 'pick':
      return (
        <select
          aria-label={say('designer.mapping.formats.which-item')}
          className={`${box} max-w-32`}
          value={format.position}
          onChange={(event) => onChange({ name: 'pick', position: Number(event.target.value) })}
        >
          {positionsFor(format.position).map((position) => (
            <option key={position} value={position}>
              {position === -1
                ? say('designer.mapping.formats.last')
                : position < 0
                  ? say('designer.mapping.formats.from-end', { count: -position })
                  : position + 1}
            </option>
          ))}
        </select>
      );
    case 'date':
      return (
        <select
          aria-label={say('designer.mapping.formats.date-style')}
          className={box}
          value={format.style}
          onChange={(event) => onChange({ name: 'date', style: event.target.value as DateStyle })}
        >
          {dateStyles.map((style) => (
            <option key={style} value={style}>
              {dateStyleLabels[style]}
            </option>
          ))}
        </select>
      );
    default:
      return null;
  }
}

/** The usual positions, and the one in force should it be another. */
function positionsFor(position: number): readonly number[] {
  const usual = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, -1];
  return usual.includes(position) ? usual : [...usual, position];
}

function whole(text: string, least: number, most: number): number {
  const number = Math.round(Number(text));
  return Number.isFinite(number) ? Math.min(most, Math.max(least, number)) : least;
}
