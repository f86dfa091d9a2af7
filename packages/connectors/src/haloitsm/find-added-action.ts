import type { Http } from '@sluice/connector-kit';
import { asText } from '@sluice/schema';
import { listActions } from './halo-api.ts';
import { type HaloRecord, pick, readId, readMoment, readText } from './read-halo-value.ts';

/** Milliseconds by which Halo's clock, as its answers show it, may be wrong. */
const MARGIN = 2_000;

/**
 * Finds the action that an earlier attempt may have added: same outcome and same note, since the
 * first attempt began. Actions have no field for a marker. Two equal notes within one such span say
 * the same twice, so taking one for the other loses nothing.
 */
export async function findAddedAction(
  http: Http,
  sent: HaloRecord,
  since: number,
): Promise<HaloRecord | undefined> {
  const ticketId = readId(pick(sent, 'ticket_id')) ?? 0;
  const { actions, clockAhead } = await listActions(http, ticketId);
  return actions.find((action) => {
    const added = Date.parse(readMoment(pick(action, 'actiondatecreated', 'datetime')) ?? '');
    return (
      added >= since + clockAhead - MARGIN && sameOutcome(action, sent) && sameNote(action, sent)
    );
  });
}

function sameOutcome(action: HaloRecord, sent: HaloRecord): boolean {
  const id = pick(sent, 'outcome_id');
  if (id !== undefined) return readId(pick(action, 'outcome_id')) === id;
  const name = readText(pick(action, 'outcome')) ?? '';
  return name.toLowerCase() === asText(pick(sent, 'outcome')).toLowerCase();
}

/** Halo keeps a note with and without its formatting, so only the words are compared. */
function sameNote(action: HaloRecord, sent: HaloRecord): boolean {
  return wordsOf(pick(action, 'note', 'note_html')) === wordsOf(pick(sent, 'note_html', 'note'));
}

function wordsOf(note: unknown): string {
  return (
    asText(note)
      // An opening bracket ends the search as well: thousands of them would else each look to the end.
      .replace(/<[^<>]*>/g, ' ')
      .replace(/&(#\d+|#x[\da-f]+|[a-z]+);/gi, ' ')
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()
      .toLowerCase()
  );
}
