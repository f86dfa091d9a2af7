/** Makes an element. Text goes in as text, so whatever a ticket contains stays text. */
export function element(tag, properties = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === false) continue;
    if (name in made && typeof value !== 'string') made[name] = value;
    else made.setAttribute(name, value);
  }
  made.append(...children.filter((child) => child !== undefined && child !== false));
  return made;
}

/** Fills a drop-down with pairs of value and words, keeping the choice where it still exists. */
export function fillSelect(select, pairs) {
  const before = select.value;
  select.replaceChildren(
    ...pairs.map(([value, words]) => element('option', { value: String(value) }, words)),
  );
  if (pairs.some(([value]) => String(value) === before)) select.value = before;
}

/**
 * Brings the rows of a table up to date. A row that shows the same as before is left alone, and one
 * that is replaced keeps its folds open, so that a reader is not disturbed by the polling.
 */
export function updateRows(body, items, { key, row }) {
  const known = new Map([...body.children].map((child) => [child.dataset.key, child]));
  const wanted = items.map((item) => {
    const text = JSON.stringify(item);
    const old = known.get(String(key(item)));
    if (old?.shown === text) return old;
    const made = row(item);
    made.dataset.key = String(key(item));
    made.shown = text;
    if (old) keepFolds(old, made);
    return made;
  });
  wanted.forEach((child, index) => {
    if (body.children[index] !== child) body.insertBefore(child, body.children[index] ?? null);
  });
  while (body.children.length > wanted.length) body.lastElementChild.remove();
}

function keepFolds(old, made) {
  const folds = made.querySelectorAll('details');
  old.querySelectorAll('details').forEach((fold, index) => {
    if (folds[index]) folds[index].open = fold.open;
  });
}
