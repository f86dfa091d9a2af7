import { beforeEach, describe, expect, it } from 'vitest';
import type { Template } from '@sluice/schema';
import type { PillView } from '../pill-view.ts';
import { drawTemplate } from './draw-template.ts';
import { offsetOf, placeOf, templateFromDom } from './read-dom.ts';
import { lengthOf } from './template-edit.ts';

const pill = { nodeId: 'trigger', output: 'summary' };
const view: PillView = { source: 'Desk', output: 'Summary', formats: 'trim', tone: 'trigger' };

let root: HTMLElement;
beforeEach(() => {
  root = document.createElement('div');
  document.body.replaceChildren(root);
});

function draw(template: Template, ornament?: string) {
  drawTemplate(root, template, { viewOf: () => view, ornament });
}

const shapes: [string, Template][] = [
  ['nothing', []],
  ['text', [{ text: 'a' }]],
  ['a pill', [{ pill }]],
  ['pills beside each other', [{ pill }, { pill }]],
  ['text around pills', [{ text: 'a ' }, { pill }, { text: ' b ' }, { pill }]],
  ['lines', [{ text: 'a\n\n' }, { pill }, { text: '\nb\n' }]],
  ['markup as text', [{ text: '<img src=x onerror=alert(1)>' }]],
];

describe('an input as drawn', () => {
  it.each(shapes)('reads back as it was written: %s', (_, template) => {
    draw(template);
    const pills = template.flatMap((part) => ('pill' in part ? [part.pill] : []));
    expect(templateFromDom(root, pills)).toEqual(template);
    expect(root.querySelector('img')).toBeNull();
  });

  it.each(shapes)('has a place for every offset: %s', (_, template) => {
    draw(template);
    for (let offset = 0; offset <= lengthOf(template); offset++) {
      const place = placeOf(root, offset);
      expect(offsetOf(root, place.node, place.offset)).toBe(offset);
    }
  });

  it('names its pills for those who do not see them', () => {
    draw([{ pill }]);
    const drawn = root.querySelector('[role="button"]');
    expect(drawn?.getAttribute('aria-label')).toBe('Desk › Summary · trim');
    expect(drawn?.textContent).toBe('Desk › Summary · trim');
  });

  it('says why a pill is broken', () => {
    const broken = { ...view, broken: 'The step it came from was deleted.' };
    drawTemplate(root, [{ pill }], { viewOf: () => broken });
    expect(root.querySelector('[data-broken]')?.getAttribute('title')).toContain('was deleted');
  });

  it('keeps the nodes that did not change', () => {
    draw([{ text: 'ab' }, { pill }]);
    const [text, drawn] = root.childNodes;
    draw([{ text: 'axb' }, { pill }]);
    expect([...root.childNodes].slice(0, 2)).toEqual([text, drawn]);
    expect(root.firstChild).toBe(text);
  });

  it('shows the label of a chosen id without taking it for content', () => {
    draw([{ text: '3' }], 'Incident');
    expect(root.textContent).toBe('Incident 3');
    expect(templateFromDom(root, [])).toEqual([{ text: '3' }]);
  });
});

describe('an element that the browser changed by itself', () => {
  it('keeps what was typed into a gap, and the lines it made', () => {
    root.innerHTML =
      '<span data-gap="">\u200bか</span><span data-pill="0">Desk</span><div>b<br>c</div>';
    expect(templateFromDom(root, [pill])).toEqual([{ text: 'か' }, { pill }, { text: '\nb\nc' }]);
  });

  it('forgets a pill that it took away', () => {
    root.innerHTML = 'a<span data-pill="1">Desk</span>';
    expect(templateFromDom(root, [{ ...pill, output: 'gone' }, pill])).toEqual([
      { text: 'a' },
      { pill },
    ]);
  });
});
