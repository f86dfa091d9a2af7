import { Outlet, ScrollRestoration } from 'react-router';
import { RouteAnnouncer } from './RouteAnnouncer.tsx';

/** Stands around every page, also those before the login. */
export function Root() {
  return (
    <>
      <Outlet />
      <RouteAnnouncer />
      <ScrollRestoration />
    </>
  );
}
