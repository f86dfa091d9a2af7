import { type Api, haloLoop } from './api.ts';

/** A flow that is drawn but not published: *trigger → Create Ticket → Add Action*. Its id. */
export async function draftLoop(api: Api, name: string): Promise<string> {
  const { nodes, edges } = haloLoop('');
  const { id } = await api.send<{ id: string }>('POST', '/flows', {
    name,
    nodes: nodes.map(({ connectionId: _none, ...node }) => node),
    edges,
  });
  return id;
}
