import { Router } from 'express';
import { allow } from '../auth/allow.ts';
import { answer } from '../http/answer.ts';
import { pageOf } from '../http/page-of.ts';
import { integerParam, query } from '../http/query.ts';
import { notFound } from '../http/refusals.ts';
import { clients, renderClient } from './clients.ts';
import { findById } from './find-by-id.ts';
import { findUsers } from './find-users.ts';
import { renderSite, sites } from './sites.ts';
import { renderUser } from './render-user.ts';
import { users } from './users.ts';

/** Clients, their sites and their users: lists under a key, read with `read:customers`. */
export function customerRoutes(): Router {
  const router = Router();
  const readable = allow('read:customers');

  router.get('/client', readable, (request, response) => {
    const params = query(request);
    const words = params.get('search')?.toLowerCase() ?? '';
    const found = clients.filter((client) => client.name.toLowerCase().includes(words));
    answer(response, 200, pageOf('clients', found.map(renderClient), params));
  });
  router.get('/client/:id', readable, (request, response) => {
    const client = findById(clients, Number(request.params.id));
    if (client === undefined) throw notFound();
    answer(response, 200, renderClient(client));
  });

  router.get('/site', readable, (request, response) => {
    const params = query(request);
    const clientId = integerParam(params, 'client_id');
    const words = params.get('search')?.toLowerCase() ?? '';
    const found = sites.filter(
      (site) =>
        (clientId === undefined || site.clientId === clientId) &&
        site.name.toLowerCase().includes(words),
    );
    answer(response, 200, pageOf('sites', found.map(renderSite), params));
  });
  router.get('/site/:id', readable, (request, response) => {
    const site = findById(sites, Number(request.params.id));
    if (site === undefined) throw notFound();
    answer(response, 200, renderSite(site));
  });

  router.get('/users', readable, (request, response) => {
    const params = query(request);
    answer(response, 200, pageOf('users', findUsers(params).map(renderUser), params));
  });
  router.get('/users/:id', readable, (request, response) => {
    const user = findById(users, Number(request.params.id));
    if (user === undefined) throw notFound();
    answer(response, 200, renderUser(user));
  });

  return router;
}
