import {
  dateTime,
  entries,
  html,
  longText,
  lookup,
  lookupText,
  number,
  text,
  toggle,
} from '@sluice/connector-kit';

/**
 * The inputs that Create Ticket and Update Ticket share. On an update `canBeEmptied` lets those be
 * emptied that Halo has an empty value for; the others are left out of that choice.
 */
export function ticketInputs({ canBeEmptied }: { readonly canBeEmptied: boolean }) {
  const more = { group: 'more' } as const;
  const emptied = { canBeEmptied };
  const extra = { ...more, ...emptied };
  return {
    details: longText({
      label: 'Details',
      help: 'What happened, as the agent who picks the ticket up should read it.',
      examples: [
        {
          label: 'What, since when, for whom',
          text: 'What happened: \nSince: \nWho is affected: ',
        },
      ],
      ...emptied,
    }),
    ticketTypeId: lookup({
      label: 'Ticket Type',
      help: 'It decides which statuses and priorities are offered here. Left out on a new ticket, Halo uses its default.',
      from: 'ticketTypes',
    }),
    statusId: lookup({
      label: 'Status',
      help: 'Left out on a new ticket, Halo decides by the ticket type.',
      from: 'statuses',
      needs: ['ticketTypeId'],
    }),
    priorityId: lookup({
      label: 'Priority',
      help: 'The priorities of the ticket type’s SLA.',
      from: 'priorities',
      needs: ['ticketTypeId'],
    }),
    team: lookupText({
      label: 'Team',
      help: 'The team’s name, as Halo shows it.',
      from: 'teams',
      ...emptied,
    }),
    agentId: lookup({
      label: 'Agent',
      help: '1 is Unassigned.',
      from: 'agents',
      ...emptied,
    }),
    detailsHtml: html({
      label: 'Details HTML',
      help: 'The details with formatting, in place of Details.',
      examples: ['<p>What happened: </p>'],
      ...extra,
    }),
    impact: lookup({ label: 'Impact', help: 'How many are affected.', from: 'impacts', ...extra }),
    urgency: lookup({
      label: 'Urgency',
      help: 'How soon it matters.',
      from: 'urgencies',
      ...extra,
    }),
    clientId: lookup({
      label: 'Client',
      help: 'The customer the ticket belongs to.',
      from: 'clients',
      ...more,
    }),
    siteId: lookup({
      label: 'Site',
      help: 'A site of the client. Halo demands one when a user is given.',
      from: 'sites',
      needs: ['clientId'],
      ...more,
    }),
    userId: lookup({
      label: 'User',
      help: 'Who the ticket is for: a user of the site.',
      from: 'users',
      needs: ['clientId', 'siteId'],
      ...more,
    }),
    userName: text({
      label: 'User Name',
      help: 'The requester’s name as text, where no user of Halo’s fits.',
      ...extra,
    }),
    userEmail: text({ label: 'User Email', help: 'The requester’s e-mail address.', ...extra }),
    reportedBy: text({ label: 'Reported By', help: 'Who reported it, as text.', ...extra }),
    category1: lookupText({
      label: 'Category 1',
      help: 'Levels are joined by >, such as Hardware>Laptop.',
      from: 'categories1',
      examples: ['Hardware>Laptop'],
      ...extra,
    }),
    category2: lookupText({
      label: 'Category 2',
      help: 'Levels are joined by >.',
      from: 'categories2',
      ...extra,
    }),
    category3: lookupText({
      label: 'Category 3',
      help: 'Levels are joined by >.',
      from: 'categories3',
      ...extra,
    }),
    category4: lookupText({
      label: 'Category 4',
      help: 'Levels are joined by >.',
      from: 'categories4',
      ...extra,
    }),
    customFields: entries({
      label: 'Custom Fields',
      help: 'By name, which begins with CF, or by number. A choice takes the number of its option.',
      columns: { name: 'Field', value: 'Value', lookup: 'customFields' },
      examples: [{ label: 'A field of text', lines: [{ name: 'CFService', value: 'VPN' }] }],
      ...more,
    }),
    slaId: lookup({
      label: 'SLA',
      help: 'Left out on a new ticket, Halo chooses it by type, client or site.',
      from: 'slas',
      ...more,
    }),
    dateOccurred: dateTime({
      label: 'Date Occurred',
      help: 'When it happened. Left out on a new ticket: now.',
      examples: ['2026-09-25T06:40Z'],
      ...more,
    }),
    startDate: dateTime({ label: 'Start Date', help: 'When work is to begin.', ...extra }),
    targetDate: dateTime({ label: 'Target Date', help: 'When it should be done.', ...extra }),
    deadlineDate: dateTime({ label: 'Deadline', help: 'When it must be done.', ...extra }),
    estimate: number({
      label: 'Estimate',
      help: 'Hours of work expected.',
      examples: ['0.5', '4'],
      ...extra,
    }),
    source: number({
      label: 'Source',
      help: 'Halo’s number for where the ticket came from. Left out, a new ticket is “Manual”.',
      ...more,
    }),
    parentId: number({
      label: 'Parent Ticket ID',
      help: 'The ticket this one belongs under.',
      ...extra,
    }),
    templateId: number({ label: 'Template ID', help: 'A ticket template to apply.', ...more }),
    supplierReference: text({
      label: 'Supplier Reference',
      help: 'The number that a supplier knows the ticket by.',
      ...extra,
    }),
    clientReference: text({
      label: 'Client Reference',
      help: 'The number that the client knows the ticket by.',
      ...extra,
    }),
    assetIds: text({
      label: 'Asset IDs',
      help: 'Numbers of assets, with commas between. On an update they replace those of the ticket.',
      examples: ['12, 31'],
      ...extra,
    }),
    skipTemplate: toggle({
      label: 'Skip Template',
      help: 'Does not apply the ticket type’s own template.',
      ...more,
    }),
    skipRules: toggle({
      label: 'Skip Rules',
      help: 'Does not run Halo’s ticket rules for this change.',
      ...more,
    }),
  };
}
