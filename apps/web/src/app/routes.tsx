import type { ComponentType } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import { later } from '../ui/later.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { Frame } from './Frame.tsx';
import { Loading } from './Loading.tsx';
import { NotFoundPage } from './NotFoundPage.tsx';
import { RequireSession } from './RequireSession.tsx';
import { RunLink } from './RunLink.tsx';

/** The page at every address. Each is a file of its own, fetched when it is first opened. */
export const pages = {
  '/setup': page(() => import('../accounts/SetupPage.tsx').then((module) => module.SetupPage)),
  '/login': page(() => import('../accounts/LoginPage.tsx').then((module) => module.LoginPage)),
  '/flows/:flowId': page(() =>
    import('../designer/DesignerPage.tsx').then((module) => module.DesignerPage),
  ),
  '/': page(() => import('../flows/FlowsPage.tsx').then((module) => module.FlowsPage)),
  '/deleted-flows': page(() =>
    import('../flows/DeletedFlowsPage.tsx').then((module) => module.DeletedFlowsPage),
  ),
  '/templates/:templateId?': page(() =>
    import('../templates/TemplatesPage.tsx').then((module) => module.TemplatesPage),
  ),
  '/runs': page(() => import('../runs/ActivityPage.tsx').then((module) => module.ActivityPage)),
  '/signals': page(() => import('../signals/SignalsPage.tsx').then((module) => module.SignalsPage)),
  '/connections/:tab?': page(() =>
    import('../connections/ConnectionsPage.tsx').then((module) => module.ConnectionsPage),
  ),
  '/settings/:tab?': page(() =>
    import('../settings/SettingsPage.tsx').then((module) => module.SettingsPage),
  ),
};

/** What stands around the pages, and which of them is shown. */
export function Routes() {
  return (
    <ErrorBoundary>
      <Switch>
        {route('/setup')}
        {route('/login')}
        <Route>
          <RequireSession>
            <Switch>
              {route('/flows/:flowId')}
              <Route path="/runs/:requestId" component={RunLink} />
              <Route>
                <Frame>
                  <Switch>
                    {route('/')}
                    {/* Whoever shortens a flow's address means the list. */}
                    <Route path="/flows">
                      <Redirect to="/" replace />
                    </Route>
                    {route('/deleted-flows')}
                    {route('/templates/:templateId?')}
                    {route('/runs')}
                    {route('/signals')}
                    {route('/connections/:tab?')}
                    {route('/settings/:tab?')}
                    <Route component={NotFoundPage} />
                  </Switch>
                </Frame>
              </Route>
            </Switch>
          </RequireSession>
        </Route>
      </Switch>
    </ErrorBoundary>
  );
}

function route(path: keyof typeof pages) {
  const Page = pages[path];
  return (
    <Route key={path} path={path}>
      <ErrorBoundary>
        <Page />
      </ErrorBoundary>
    </Route>
  );
}

function page(load: () => Promise<ComponentType>) {
  return later(load, Loading);
}
