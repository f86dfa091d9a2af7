import { expect, test } from 'vitest';
import { swapWords } from './swap-words.ts';

test('what was kept and what was not is said in a sentence each', () => {
  const words = swapWords({
    kept: [
      { what: 'connection', name: '' },
      { what: 'input', name: 'Summary' },
      { what: 'way', name: 'If true', became: 'Next' },
      { what: 'pill', name: 'Ticket ID', heldBy: 'Add Action' },
      { what: 'pill', name: 'Ticket ID', heldBy: 'Tell' },
    ],
    lost: [
      { what: 'input', name: 'Origin' },
      { what: 'way', name: 'If false' },
      { what: 'pill', name: 'Ticket URL', heldBy: 'Tell' },
      { what: 'pill', name: 'Ticket URL', heldBy: 'Tell' },
    ],
  });
  expect(words).toBe(
    'Kept: place, connection, Summary, the way If true (now Next), and 2 pills of other steps. ' +
      'Not kept: Origin, the way If false, and Ticket URL, which Tell uses.',
  );
});

test('nothing is said of what was not lost', () => {
  expect(swapWords({ kept: [], lost: [] })).toBe('Kept: place.');
});
