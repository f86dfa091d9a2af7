import { fileURLToPath } from 'node:url';
import express, { Router } from 'express';
import type { Credentials } from '../auth/credentials.ts';

const assets = fileURLToPath(new URL('../../src/page/', import.meta.url));

/** The page at `/` and its two assets, served as they are; nothing inline, so a strict policy holds. */
export function pageRoutes(credentials: Credentials): Router {
  const router = Router();
  router.get('/simulator/credentials', (_request, response) => void response.json(credentials));
  router.use(
    express.static(assets, {
      setHeaders(response) {
        response.setHeader('Content-Security-Policy', "default-src 'self'; img-src 'self' data:");
        response.setHeader('X-Content-Type-Options', 'nosniff');
        response.setHeader('Cache-Control', 'no-cache');
      },
    }),
  );
  return router;
}
