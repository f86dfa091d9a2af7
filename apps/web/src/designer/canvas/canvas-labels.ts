import { say } from '../../words/say.ts';

/** What React Flow says to screen readers, in the words of this product's own keys. */
export const canvasLabels = {
  'node.a11yDescription.default': say('designer.canvas.a11y.node'),
  'node.a11yDescription.keyboardDisabled': say('designer.canvas.a11y.node'),
  'edge.a11yDescription.default': say('designer.canvas.a11y.edge'),
};
