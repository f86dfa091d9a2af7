/** About 2 KB, as Halo posts it when a ticket is logged; the summary is `marker`, and no two are alike. */
export function ticketDelivery(marker: string): string {
  return JSON.stringify({
    id: `delivery-${marker}`,
    webhook_id: '5b0a2d1e-0001-4c00-9c00-000000000001',
    notification_id: 41,
    event: 'new ticket logged',
    message: 'A new ticket has been logged. Ticket ID: 0004243.',
    object_id: 4243,
    agent_id: 27,
    timestamp: '2026-09-25T06:40:53.7895915Z',
    ticket: {
      id: 4243,
      dateoccurred: '2026-09-25T06:40:52.1134567Z',
      summary: marker,
      details,
      status_id: 1,
      tickettype_id: 1,
      sla_id: 1,
      priority_id: 2,
      client_id: 12,
      client_name: 'Example Org Ltd',
      site_id: 18,
      site_name: 'Main Office',
      user_id: 31,
      user_name: 'Kim Dale',
      user_email: 'kim.dale@example.org',
      reportedby: 'kim.dale@example.org',
      team: '1st Line Support',
      agent_id: 27,
      category_1: 'Web shop>Checkout',
      impact: 2,
      urgency: 2,
      lastactiondate: '2026-09-25T06:40:52.1134567Z',
      source: 4,
      customfields: [
        { id: 161, name: 'CFservice', value: 'Checkout', display: 'Checkout', type: 0 },
        { id: 162, name: 'CFregion', value: '2', display: 'North', type: 2 },
      ],
    },
  });
}

const details =
  'The synthetic check of the payment page has failed five times in a row from three places. '.repeat(
    11,
  );
