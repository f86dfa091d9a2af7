/** What React Flow says to screen readers, in the words of this product's own keys. */
export const canvasLabels = {
  'node.a11yDescription.default':
    'Enter opens the settings. C connects. Delete deletes. Arrows move the selected nodes. Shift and F10 opens a menu.',
  'node.a11yDescription.keyboardDisabled':
    'Enter opens the settings. C connects. Delete deletes. Arrows move the selected nodes. Shift and F10 opens a menu.',
  'edge.a11yDescription.default': 'A connection between two nodes.',
};
