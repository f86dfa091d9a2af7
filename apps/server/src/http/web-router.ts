import { existsSync } from 'node:fs';
import { join } from 'node:path';
import express, { type RequestHandler, Router } from 'express';
import { HttpProblem } from './http-problem.ts';

/** Serves the built screens: files with a hash in their name for a year, the page itself always fresh. */
export function webRouter(folder: string): Router {
  const router = Router();
  if (!existsSync(join(folder, 'index.html'))) {
    router.get('/', notBuilt);
    return router;
  }
  router.use(
    '/assets',
    express.static(join(folder, 'assets'), { immutable: true, maxAge: '1y', index: false }),
  );
  router.use(express.static(folder, { index: false, dotfiles: 'ignore', cacheControl: false }));
  router.get('/{*page}', (request, response, next) => {
    if (request.path.startsWith('/api/') || request.path.startsWith('/assets/')) return next();
    if (!request.accepts('html')) return next();
    response.set('Cache-Control', 'no-cache').sendFile(join(folder, 'index.html'));
  });
  return router;
}

const notBuilt: RequestHandler = () => {
  throw new HttpProblem(404, 'The screens have not been built yet. Run `pnpm build`.');
};
