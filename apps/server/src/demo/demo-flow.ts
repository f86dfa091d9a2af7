import { type FlowDrawing, type Pill, defaultTriggerSettings } from '@sluice/schema';

const pill = (nodeId: string, output: string): { pill: Pill } => ({ pill: { nodeId, output } });

/** The demo's drawing: a Halo ticket → a follow-up ticket → a note on it. */
export function demoDrawing(connectionId: string): FlowDrawing {
  return {
    nodes: [
      {
        id: 'ticket-logged',
        kind: 'trigger',
        type: 'haloitsm.incidents',
        name: 'HaloITSM Incidents',
        position: { x: 40, y: 160 },
        connectionId,
        settings: defaultTriggerSettings,
      },
      {
        id: 'create-follow-up',
        kind: 'step',
        type: 'haloitsm.create-ticket',
        name: 'Create Ticket',
        position: { x: 340, y: 160 },
        connectionId,
        inputs: {
          summary: [
            { text: 'Follow-up of ' },
            pill('ticket-logged', 'ticketId'),
            { text: ': ' },
            pill('ticket-logged', 'summary'),
          ],
          details: [
            pill('ticket-logged', 'details'),
            { text: '\n\nReported by ' },
            {
              pill: {
                nodeId: 'ticket-logged',
                output: 'userName',
                format: [{ name: 'default', value: 'somebody unknown' }],
              },
            },
          ],
          ticketTypeId: [{ text: '1' }],
        },
      },
      {
        id: 'add-note',
        kind: 'step',
        type: 'haloitsm.add-action',
        name: 'Add Action',
        position: { x: 640, y: 160 },
        connectionId,
        inputs: {
          ticketId: [pill('create-follow-up', 'ticketId')],
          outcome: [{ text: '7' }],
          note: [
            { text: 'Opened by Sluice because ticket ' },
            pill('ticket-logged', 'ticketId'),
            { text: ' was logged (' },
            pill('ticket-logged', 'signalMode'),
            { text: ').' },
          ],
        },
      },
    ],
    edges: [
      { id: 'e1', source: 'ticket-logged', exit: 'next', target: 'create-follow-up' },
      { id: 'e2', source: 'create-follow-up', exit: 'next', target: 'add-note' },
    ],
  };
}
