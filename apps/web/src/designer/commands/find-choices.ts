import type { ReactNode } from 'react';
import { fitOf } from '../../ui/fit-of.ts';

/** One line of the command palette. */
export interface Choice {
  /** The same each time, so that recent choices are known again. */
  readonly id: string;
  /** Under which heading it stands while nothing is searched. */
  readonly heading: string;
  readonly label: string;
  /** What else it is found by, such as the other name of a step. */
  readonly keywords?: readonly string[];
  /** Shown smaller behind the label. */
  readonly hint?: string;
  readonly icon?: ReactNode;
  readonly keys?: readonly string[];
  /** Shown only once something is searched: there are too many of its kind. */
  readonly onlyFound?: boolean;
  /** Leads to what is on the drawing already, which is looked for more often than what is not. */
  readonly goesThere?: boolean;
  readonly choose: () => void;
}

export interface ChoiceGroup {
  readonly heading: string;
  readonly choices: readonly Choice[];
}

const MOST_FOUND = 60;
const MOST_RECENT = 5;

/**
 * What the palette shows: while nothing is searched, recent choices first and then all by heading;
 * else what fits the search, letters left out allowed, best first and recent ones before others.
 */
export function findChoices(
  choices: readonly Choice[],
  { search, recent }: { readonly search: string; readonly recent: readonly string[] },
  headings: { readonly recent: string; readonly found: string },
): readonly ChoiceGroup[] {
  const wanted = search.trim();
  if (wanted === '') {
    const last = recent.flatMap((id) => choices.find((choice) => choice.id === id) ?? []);
    const shown = choices.filter((choice) => !choice.onlyFound);
    return [
      { heading: headings.recent, choices: last.slice(0, MOST_RECENT) },
      ...byHeading(shown.filter((choice) => !last.slice(0, MOST_RECENT).includes(choice))),
    ].filter((group) => group.choices.length > 0);
  }
  const found = choices
    .map((choice) => ({ choice, fit: fitWith(choice, wanted) }))
    .filter(({ fit }) => fit > 0)
    .map(({ choice, fit }) => ({ choice, fit: fit + nearness(choice, recent) }))
    .toSorted((one, other) => other.fit - one.fit)
    .slice(0, MOST_FOUND)
    .map(({ choice }) => choice);
  return found.length === 0 ? [] : [{ heading: headings.found, choices: found }];
}

/** What is on the drawing already is looked for more often than what is not. */
function fitWith({ label, keywords, goesThere }: Choice, search: string): number {
  const fit = fitOf(label, search, keywords);
  return fit > 0 && goesThere ? fit + 0.2 : fit;
}

/** A little more for what was chosen lately, enough to win among equals. */
function nearness({ id }: Choice, recent: readonly string[]): number {
  const place = recent.indexOf(id);
  return place === -1 ? 0 : 0.1 / (place + 1);
}

function byHeading(choices: readonly Choice[]): ChoiceGroup[] {
  const groups = new Map<string, Choice[]>();
  for (const choice of choices) {
    const known = groups.get(choice.heading);
    if (known) known.push(choice);
    else groups.set(choice.heading, [choice]);
  }
  return [...groups].map(([heading, inside]) => ({ heading, choices: inside }));
}
