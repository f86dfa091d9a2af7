/** A webhook as Halo sends it when a ticket is logged. */
export function ticketLogged({
  id,
  summary,
  agentId,
}: {
  id: number;
  summary: string;
  agentId: number;
}) {
  return {
    id: crypto.randomUUID(),
    webhook_id: '1d2c3b4a-0002-4a00-8a00-000000000002',
    notification_id: agentId === 1 ? 42 : 41,
    event: 'new ticket logged',
    message: `A new ticket has been logged. Ticket ID: 000${id}.`,
    object_id: id,
    agent_id: agentId,
    timestamp: '2026-09-25T06:40:53.7895915Z',
    ticket: {
      id,
      summary,
      details: 'Synthetic check failed five times in a row.',
      status_id: 1,
      tickettype_id: 1,
      priority_id: 1,
      client_id: 12,
      client_name: 'Example Org Ltd',
      site_id: 18,
      user_name: 'Kim Dale',
      team: '1st Line Support',
      agent_id: agentId,
      customfields: [],
    },
  };
}
