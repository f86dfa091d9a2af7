/** What an action was for. `newstatus` 0 leaves the ticket's status alone. */
export interface Outcome {
  readonly id: number;
  readonly outcome: string;
  readonly buttonname: string;
  readonly labellong: string;
  readonly colour: string;
  readonly sequence: number;
  readonly hidden: boolean;
  readonly systemid: number;
  readonly respondtype: number;
  readonly sendemail: number;
  readonly newstatus: number;
  readonly hidefromuser: boolean;
  readonly chargerate: number;
}

/** The outcomes of the stock instance. Which a ticket allows is up to its workflow. */
export const outcomes: readonly Outcome[] = [
  outcome(7, ['Internal Note', 'Add Note'], { hidefromuser: true }),
  outcome(16, ['Email User', 'Email User'], { respondtype: 1, sendemail: 1, colour: '#5cb85c' }),
  outcome(20, ['Take Ownership', 'Take Ownership'], { newstatus: 2 }),
  outcome(21, ['Place On Hold', 'Place On Hold'], { newstatus: 28, colour: '#fe9200' }),
  outcome(23, ['Approve Change', 'Approve'], { newstatus: 2, colour: '#4c9f38' }),
  outcome(5, ['Resolve', 'Resolve'], { newstatus: 8, colour: '#4c9f38' }),
  outcome(9, ['Close', 'Close Ticket'], { newstatus: 9, colour: '#999999' }),
];

function outcome(
  id: number,
  [name, button]: readonly [string, string],
  effect: Partial<Outcome>,
): Outcome {
  return {
    id,
    outcome: name,
    buttonname: button,
    labellong: button,
    colour: '#8dbcea',
    sequence: id,
    hidden: false,
    systemid: 0,
    respondtype: 0,
    sendemail: 0,
    newstatus: 0,
    hidefromuser: false,
    chargerate: 0,
    ...effect,
  };
}
