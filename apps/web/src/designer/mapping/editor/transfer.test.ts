import { describe, expect, it } from 'vitest';
import { heldTransfer } from '../testing/held-transfer.ts';
import {
  PILL_TYPE,
  TEMPLATE_TYPE,
  isWelcome,
  readTransfer,
  writePill,
  writeTransfer,
} from './transfer.ts';

const pill = { nodeId: 'trigger', output: 'summary' };

describe('what inputs hand to one another', () => {
  it('keeps pills, and reads as plain text elsewhere', () => {
    const transfer = heldTransfer();
    writeTransfer(transfer, [{ text: 'See ' }, { pill }], () => 'Desk › Summary');
    expect(readTransfer(transfer, false)).toEqual([{ text: 'See ' }, { pill }]);
    expect(transfer.getData('text/plain')).toBe('See Desk › Summary');
  });

  it('brings a dragged pill', () => {
    const transfer = heldTransfer();
    writePill(transfer, pill, 'Desk › Summary');
    expect(isWelcome(transfer)).toBe(true);
    expect(readTransfer(transfer, true)).toEqual([{ pill }]);
  });

  it('takes only the plain text of a page, never its markup', () => {
    const transfer = heldTransfer({
      'text/html': '<img src=x onerror=alert(1)><b>bold</b>',
      'text/plain': 'bold\r\nline\u0000',
    });
    expect(readTransfer(transfer, true)).toEqual([{ text: 'bold\nline' }]);
    expect(readTransfer(transfer, false)).toEqual([{ text: 'bold line' }]);
  });

  it('falls back to the text when our own type was forged', () => {
    const transfer = heldTransfer({
      [TEMPLATE_TYPE]: '{"x":',
      [PILL_TYPE]: '[]',
      'text/plain': 'a',
    });
    expect(readTransfer(transfer, false)).toEqual([{ text: 'a' }]);
  });

  it('does not welcome files', () => {
    expect(isWelcome(heldTransfer({ Files: '' }))).toBe(false);
  });
});
