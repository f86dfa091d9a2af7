import { Router } from 'express';

/** `/healthz`: the process lives. `/readyz`: it takes signals; 503 with a sentence while it does not. */
export function healthRouter(unready: () => string | undefined): Router {
  const router = Router();
  router.get('/healthz', (_request, response) => void response.json({ status: 'ok' }));
  router.get('/readyz', (_request, response) => {
    const why = unready();
    response
      .status(why === undefined ? 200 : 503)
      .json(why === undefined ? { status: 'ready' } : { status: why });
  });
  return router;
}
