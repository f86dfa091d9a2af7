import type { DateStyle, PillFormat } from '@sluice/schema';
import { inSentence } from '../../words/format.ts';
import { say } from '../../words/say.ts';

/** A format in the few words that fit on a pill. */
export function describeFormat(format: PillFormat): string {
  switch (format.name) {
    case 'upper':
      return say('designer.mapping.formats.said.upper');
    case 'lower':
      return say('designer.mapping.formats.said.lower');
    case 'trim':
      return say('designer.mapping.formats.said.trim');
    case 'json':
      return 'JSON';
    case 'number':
      return say('designer.mapping.formats.said.number');
    case 'escape-html':
      return say('designer.mapping.formats.said.escape-html');
    case 'default':
      return say('designer.mapping.formats.said.default', { value: format.value });
    case 'truncate':
      return say('designer.mapping.formats.said.truncate', { length: format.length });
    case 'date':
      return inSentence(dateStyleLabels[format.style]);
    case 'pick':
      return format.position < 0
        ? say('designer.mapping.formats.said.last-item')
        : say('designer.mapping.formats.said.item', { number: format.position + 1 });
    case 'join':
      return say('designer.mapping.formats.said.join', { separator: format.separator });
  }
}

/** What each date style is called. */
export const dateStyleLabels: Readonly<Record<DateStyle, string>> = {
  iso: say('designer.mapping.formats.date-styles.iso'),
  date: say('designer.mapping.formats.date-styles.date'),
  time: say('designer.mapping.formats.date-styles.time'),
  'date-time': say('designer.mapping.formats.date-styles.date-time'),
  unix: say('designer.mapping.formats.date-styles.unix'),
};

/** The formats on offer, in the order of the menu, each as it is when it is added. */
export const formatChoices: readonly {
  readonly format: PillFormat;
  readonly label: string;
  readonly hint: string;
}[] = [
  {
    format: { name: 'trim' },
    label: say('designer.mapping.formats.trim'),
    hint: say('designer.mapping.formats.trim-hint'),
  },
  {
    format: { name: 'upper' },
    label: say('designer.mapping.formats.upper'),
    hint: say('designer.mapping.formats.upper-hint'),
  },
  {
    format: { name: 'lower' },
    label: say('designer.mapping.formats.lower'),
    hint: say('designer.mapping.formats.lower-hint'),
  },
  {
    format: { name: 'default', value: 'unknown' },
    label: say('designer.mapping.formats.default'),
    hint: say('designer.mapping.formats.default-hint'),
  },
  {
    format: { name: 'truncate', length: 80 },
    label: say('designer.mapping.formats.truncate'),
    hint: say('designer.mapping.formats.truncate-hint'),
  },
  {
    format: { name: 'date', style: 'date-time' },
    label: say('designer.mapping.formats.date'),
    hint: say('designer.mapping.formats.date-hint'),
  },
  {
    format: { name: 'number' },
    label: say('designer.mapping.formats.number'),
    hint: say('designer.mapping.formats.number-hint'),
  },
  {
    format: { name: 'pick', position: 0 },
    label: say('designer.mapping.formats.pick'),
    hint: say('designer.mapping.formats.pick-hint'),
  },
  {
    format: { name: 'join', separator: ', ' },
    label: say('designer.mapping.formats.join'),
    hint: say('designer.mapping.formats.join-hint'),
  },
  { format: { name: 'json' }, label: 'JSON', hint: say('designer.mapping.formats.json-hint') },
  {
    format: { name: 'escape-html' },
    label: say('designer.mapping.formats.escape-html'),
    hint: say('designer.mapping.formats.escape-html-hint'),
  },
];
