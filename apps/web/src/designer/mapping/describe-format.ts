import type { DateStyle, PillFormat } from '@sluice/schema';

/** A format in the few words that fit on a pill. */
export function describeFormat(format: PillFormat): string {
  switch (format.name) {
    case 'upper':
      return 'upper case';
    case 'lower':
      return 'lower case';
    case 'trim':
      return 'trim';
    case 'json':
      return 'JSON';
    case 'number':
      return 'number';
    case 'escape-html':
      return 'HTML-safe';
    case 'default':
      return `or “${format.value}”`;
    case 'truncate':
      return `first ${format.length}`;
    case 'date':
      return dateStyleLabels[format.style].toLowerCase();
    case 'pick':
      return format.position < 0 ? 'last item' : `item ${format.position + 1}`;
    case 'join':
      return `joined by “${format.separator}”`;
  }
}

/** What each date style is called. */
export const dateStyleLabels: Readonly<Record<DateStyle, string>> = {
  iso: 'ISO date and time',
  date: 'Date',
  time: 'Time',
  'date-time': 'Date and time',
  unix: 'Unix seconds',
};

/** The formats on offer, in the order of the menu, each as it is when it is added. */
export const formatChoices: readonly {
  readonly format: PillFormat;
  readonly label: string;
  readonly hint: string;
}[] = [
  { format: { name: 'trim' }, label: 'Trim', hint: 'Takes spaces away at both ends' },
  { format: { name: 'upper' }, label: 'Upper case', hint: 'disk full → DISK FULL' },
  { format: { name: 'lower' }, label: 'Lower case', hint: 'Disk FULL → disk full' },
  {
    format: { name: 'default', value: 'unknown' },
    label: 'Default',
    hint: 'Stands in when there is no value',
  },
  { format: { name: 'truncate', length: 80 }, label: 'Truncate', hint: 'Cuts what is too long' },
  {
    format: { name: 'date', style: 'date-time' },
    label: 'Date',
    hint: 'Writes a moment another way',
  },
  { format: { name: 'number' }, label: 'Number', hint: 'Reads text as a number' },
  {
    format: { name: 'pick', position: 0 },
    label: 'Pick from list',
    hint: 'Takes one item of a list',
  },
  {
    format: { name: 'join', separator: ', ' },
    label: 'Join list',
    hint: 'Makes one text of a list',
  },
  { format: { name: 'json' }, label: 'JSON', hint: 'Writes the value as JSON' },
  { format: { name: 'escape-html' }, label: 'Escape HTML', hint: 'Makes it harmless within HTML' },
];
