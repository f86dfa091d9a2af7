import { type Express, type Request, type RequestHandler, Router } from 'express';
import helmet from 'helmet';
import { HttpProblem } from './http-problem.ts';

const YEAR = 365 * 24 * 60 * 60;

/**
 * Hardens an app before its first route: headers that make browsers run only our own files, show
 * us in no frame and tell no other site where they came from; no method but the one on the request
 * line; no trust in forwarding headers. HTTPS is demanded only when the public URL has it.
 */
export function secureApp(app: Express, { publicUrl }: { publicUrl?: string | undefined }): void {
  app.disable('x-powered-by');
  // Flows have tags of their own, and files theirs; hashing every other answer helps nobody.
  app.set('etag', false);
  app.set('trust proxy', false);
  const https = publicUrl?.startsWith('https:') ?? false;
  const forMachines = machineHeaders(https);
  const forBrowsers = Router().use(securityHeaders(https));
  // One for both, as each further one costs every webhook.
  app.use((request, response, next) => {
    refuseMethodTricks(request);
    // What other systems call is answered by the thousand, and no browser shows it.
    if (request.url.startsWith('/api/integration/')) forMachines(request, response, next);
    else forBrowsers(request, response, next);
  });
}

/** Nothing in such an answer is to be run, shown or kept. */
function machineHeaders(https: boolean): RequestHandler {
  const headers = Object.entries({
    'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'Referrer-Policy': 'no-referrer',
    'Cache-Control': 'no-store',
    ...(https && { 'Strict-Transport-Security': `max-age=${YEAR}` }),
  });
  return (_request, response, next) => {
    for (const [name, value] of headers) response.setHeader(name, value);
    next();
  };
}

function securityHeaders(https: boolean): RequestHandler[] {
  return [
    helmet({
      contentSecurityPolicy: { useDefaults: false, directives: contentSecurityPolicy },
      strictTransportSecurity: https && { maxAge: YEAR, includeSubDomains: false },
      referrerPolicy: { policy: 'no-referrer' },
      xFrameOptions: { action: 'deny' },
      // Without HTTPS browsers ignore it and complain on every page.
      crossOriginOpenerPolicy: https,
      originAgentCluster: https,
    }),
    (_request, response, next) => {
      response.set('Permissions-Policy', permissionsPolicy);
      next();
    },
  ];
}

/** Style attributes are how the canvas places nodes and menus, so inline styles have to be allowed. */
const contentSecurityPolicy = {
  defaultSrc: ["'self'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", 'data:'],
  fontSrc: ["'self'"],
  connectSrc: ["'self'"],
  objectSrc: ["'none'"],
  baseUri: ["'none'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
};

/** Nothing here needs the machine's devices. */
const permissionsPolicy = [
  'accelerometer',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'usb',
]
  .map((feature) => `${feature}=()`)
  .join(', ');

const overrideHeaders = ['x-http-method-override', 'x-http-method', 'x-method-override'];

function refuseMethodTricks(request: Request): void {
  if (request.method === 'TRACE' || request.method === 'TRACK') {
    throw new HttpProblem(405, `${request.method} is not answered here.`, {
      headers: { Allow: 'GET, HEAD, POST, PUT, PATCH, DELETE' },
    });
  }
  const override = overrideHeaders.find((name) => request.headers[name] !== undefined);
  if (override !== undefined) {
    throw new HttpProblem(400, `Send the method itself: the header ${override} is not obeyed.`);
  }
}
