import type { Http, LookupCall, LookupDefinition } from '@sluice/connector-kit';
import type { FieldOption } from '@sluice/schema';
import { ask } from './halo-api.ts';
import { narrowOptions } from './narrow-options.ts';
import { workflowOutcomes } from './workflow-outcomes.ts';
import { type HaloRecord, pick, readFlag, readId, readList, readText } from './read-halo-value.ts';

/** The drop-downs of the Halo steps, each asked live from the connection. */
export const lookups: Readonly<Record<string, LookupDefinition>> = {
  ticketTypes: async (call) => {
    const types = await list(call.http, ['ticket types', '/api/TicketType'], { showall: true });
    return numbered(
      types.filter((type) => readFlag(pick(type, 'visible')) !== false),
      call,
    );
  },

  statuses: async (call) =>
    numbered(
      await list(call.http, ['statuses', '/api/Status'], {
        tickettype_id: call.inputs['ticketTypeId'],
      }),
      call,
    ),

  /** One row per priority and SLA: those of the type's SLA, or of all, each number once. */
  priorities: async (call) => {
    const slaId = await slaOfType(call);
    const rows = await list(call.http, ['priorities', '/api/Priority'], { slaid: slaId });
    const usable = rows.filter(
      (row) =>
        readFlag(pick(row, 'ishidden')) !== true &&
        (slaId === undefined || readId(pick(row, 'slaid')) === slaId),
    );
    return narrowOptions(
      usable.flatMap((row) => option(readId(pick(row, 'priorityid')), row)),
      call.search,
    );
  },

  impacts: async (call) => numbered(await listValues(call.http, 'impacts', 12), call),
  urgencies: async (call) => numbered(await listValues(call.http, 'urgencies', 27), call),

  /** By name: that is how Halo's clients send a team. */
  teams: async (call) => {
    const teams = await list(call.http, ['teams', '/api/Team'], {});
    const names = teams
      .filter((team) => readFlag(pick(team, 'inactive')) !== true)
      .flatMap((team) => readText(pick(team, 'name')) ?? []);
    return narrowOptions(
      names.map((name) => ({ value: name, label: name })),
      call.search,
    );
  },

  agents: async (call) => {
    const agents = await list(call.http, ['agents', '/api/Agent'], { includeunassigned: true });
    const active = agents.filter((agent) => readFlag(pick(agent, 'isdisabled')) !== true);
    return numbered(active, call, 'email');
  },

  clients: async (call) => numbered(await pages(call, ['clients', '/api/Client'], {}), call),

  sites: async (call) => {
    const clientId = readId(call.inputs['clientId']);
    const sites = await pages(call, ['sites', '/api/Site'], { client_id: clientId ?? undefined });
    return numbered(sites.filter(within('client_id', clientId)), call, 'client_name');
  },

  users: async (call) => {
    const clientId = readId(call.inputs['clientId']);
    const siteId = readId(call.inputs['siteId']);
    const users = await pages(call, ['users', '/api/Users'], {
      client_id: clientId ?? undefined,
      site_id: siteId ?? undefined,
    });
    const here = users.filter(within('site_id', siteId)).filter(within('client_id', clientId));
    return numbered(here, call, 'emailaddress');
  },

  categories1: (call) => categories(call, 1),
  categories2: (call) => categories(call, 2),
  categories3: (call) => categories(call, 3),
  categories4: (call) => categories(call, 4),

  slas: async (call) => numbered(await list(call.http, ['SLAs', '/api/SLA'], {}), call),

  /** Those that the type's workflow allows, or all when no type is known. */
  outcomes: async (call) => {
    const outcomes = await list(call.http, ['outcomes', '/api/Outcome'], {});
    const allowed = await workflowOutcomes(call.http, readId(call.inputs['ticketTypeId']));
    const usable = outcomes.filter((row) => {
      const id = readId(pick(row, 'id'));
      return readFlag(pick(row, 'hidden')) !== true && (!allowed || allowed.has(id));
    });
    return narrowOptions(
      usable.flatMap((row) => option(readId(pick(row, 'id')), row, ['outcome', 'buttonname'])),
      call.search,
    );
  },

  customFields: async (call) => {
    const fields = await list(call.http, ['custom fields', '/api/FieldInfo'], {});
    const custom = fields.flatMap((field) => {
      const name = readText(pick(field, 'name'));
      if (!name?.startsWith('CF')) return [];
      return [{ value: name, label: readText(pick(field, 'label')) ?? name, hint: name }];
    });
    return narrowOptions(custom, call.search);
  },
};

async function list(
  http: Http,
  [what, path]: readonly [what: string, path: string],
  query: Readonly<Record<string, string | number | boolean | undefined>>,
): Promise<readonly HaloRecord[]> {
  const { body } = await ask<unknown>(http.get(path, { query }), { doing: `list the ${what}` });
  return readList(body, 'results', what, what.replace(/s$/, ''));
}

function listValues(http: Http, what: string, lookupId: number): Promise<readonly HaloRecord[]> {
  return list(http, [what, '/api/Lookup'], { lookupid: lookupId });
}

const PAGE_SIZE = 100;

/**
 * Reads up to five pages of a long list. `search` narrows it where Halo knows the word; where Halo
 * ignores it, what was read is narrowed afterwards.
 */
async function pages(
  { http, search }: LookupCall,
  [what, path]: readonly [what: string, path: string],
  filter: Readonly<Record<string, number | undefined>>,
): Promise<readonly HaloRecord[]> {
  const rows = new Map<unknown, HaloRecord>();
  for (let page = 1; page <= 5; page += 1) {
    const query = {
      ...filter,
      pageinate: true,
      page_size: PAGE_SIZE,
      page_no: page,
      ...(search.trim() !== '' && { search: search.trim() }),
    };
    const before = rows.size;
    const found = await list(http, [what, path], query);
    for (const row of found) rows.set(pick(row, 'id'), row);
    if (found.length < PAGE_SIZE || rows.size === before) break;
  }
  return [...rows.values()];
}

async function slaOfType({ http, inputs }: LookupCall): Promise<number | undefined> {
  const typeId = readId(inputs['ticketTypeId']);
  if (typeId === null) return undefined;
  const [type] = await list(http, ['ticket types', `/api/TicketType/${typeId}`], {});
  return readId(pick(type, 'default_sla')) ?? undefined;
}

async function categories(call: LookupCall, level: number): Promise<readonly FieldOption[]> {
  const rows = await list(call.http, ['categories', '/api/Category'], { type_id: level });
  const values = rows
    .filter(within('type_id', level))
    .flatMap((row) => readText(pick(row, 'value')) ?? []);
  return narrowOptions(
    values.map((value) => ({ value, label: value.replaceAll('>', ' › ') })),
    call.search,
  );
}

/** Keeps rows that belong to something, and those that do not say: Halo may ignore a filter. */
function within(field: string, id: number | null): (row: HaloRecord) => boolean {
  return (row) => id === null || (readId(pick(row, field)) ?? id) === id;
}

function numbered(
  rows: readonly HaloRecord[],
  call: LookupCall,
  hint?: string,
): readonly FieldOption[] {
  const options = rows
    .filter((row) => readFlag(pick(row, 'inactive')) !== true)
    .flatMap((row) => {
      const shown = hint === undefined ? null : readText(pick(row, hint));
      return option(readId(pick(row, 'id')), row).map((each) => ({
        ...each,
        ...(shown !== null && { hint: shown }),
      }));
    });
  return narrowOptions(options, call.search);
}

function option(
  id: number | null,
  row: HaloRecord,
  labels: readonly string[] = ['name'],
): readonly FieldOption[] {
  if (id === null) return [];
  return [{ value: String(id), label: readText(pick(row, ...labels)) ?? String(id) }];
}
