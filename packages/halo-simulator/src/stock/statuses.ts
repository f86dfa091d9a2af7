/** A status as `/api/Status` lists it. `slaaction` H stops the clock. */
export interface Status {
  readonly id: number;
  readonly guid: string;
  readonly name: string;
  readonly shortname: string;
  readonly type: number;
  readonly sequence: number;
  readonly colour: string;
  readonly slaaction: string;
}

/** The status that closes a ticket. */
export const closedStatusId = 9;

/** The statuses of the stock instance. */
export const statuses: readonly Status[] = [
  status(1, 'New', { sequence: 1, colour: '#ff0000' }),
  status(2, 'In Progress', { sequence: 2, colour: '#4c9f38' }),
  status(4, 'With User', { sequence: 4, colour: '#1d85d0', slaaction: 'H' }),
  status(28, 'On Hold', { sequence: 5, colour: '#fe9200', slaaction: 'H' }),
  status(8, 'Resolved', { sequence: 8, colour: '#5cb85c' }),
  status(closedStatusId, 'Closed', { sequence: 9, colour: '#999999' }),
];

function status(
  id: number,
  name: string,
  look: { readonly sequence: number; readonly colour: string; readonly slaaction?: string },
): Status {
  const guid = `00000000-0000-4000-9000-${String(id).padStart(12, '0')}`;
  return { id, guid, name, shortname: name, type: 0, slaaction: 'N', ...look };
}
