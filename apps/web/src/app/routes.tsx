import { createBrowserRouter } from 'react-router';
import { ErrorPage } from './ErrorPage.tsx';
import { Frame } from './Frame.tsx';
import { Loading } from './Loading.tsx';
import { NotFoundPage } from './NotFoundPage.tsx';
import { RequireSession } from './RequireSession.tsx';
import { Root } from './Root.tsx';
import { RunLink } from './RunLink.tsx';

/** Every address of the product. Each page is a file of its own, fetched when it is first opened. */
export const router = createBrowserRouter([
  {
    Component: Root,
    HydrateFallback: Loading,
    ErrorBoundary: ErrorPage,
    children: [
      {
        path: 'setup',
        lazy: {
          Component: () => import('../accounts/SetupPage.tsx').then((module) => module.SetupPage),
        },
      },
      {
        path: 'login',
        lazy: {
          Component: () => import('../accounts/LoginPage.tsx').then((module) => module.LoginPage),
        },
      },
      {
        Component: RequireSession,
        children: [
          {
            path: 'flows/:flowId',
            ErrorBoundary: ErrorPage,
            lazy: {
              Component: () =>
                import('../designer/DesignerPage.tsx').then((module) => module.DesignerPage),
            },
          },
          { path: 'runs/:requestId', Component: RunLink },
          {
            Component: Frame,
            children: [
              {
                index: true,
                ErrorBoundary: ErrorPage,
                lazy: {
                  Component: () =>
                    import('../flows/FlowsPage.tsx').then((module) => module.FlowsPage),
                },
              },
              {
                path: 'deleted-flows',
                ErrorBoundary: ErrorPage,
                lazy: {
                  Component: () =>
                    import('../flows/DeletedFlowsPage.tsx').then(
                      (module) => module.DeletedFlowsPage,
                    ),
                },
              },
              {
                path: 'templates/:templateId?',
                ErrorBoundary: ErrorPage,
                lazy: {
                  Component: () =>
                    import('../templates/TemplatesPage.tsx').then((module) => module.TemplatesPage),
                },
              },
              {
                path: 'runs',
                ErrorBoundary: ErrorPage,
                lazy: {
                  Component: () =>
                    import('../runs/ActivityPage.tsx').then((module) => module.ActivityPage),
                },
              },
              {
                path: 'signals',
                ErrorBoundary: ErrorPage,
                lazy: {
                  Component: () =>
                    import('../signals/SignalsPage.tsx').then((module) => module.SignalsPage),
                },
              },
              {
                path: 'connections/:tab?',
                ErrorBoundary: ErrorPage,
                lazy: {
                  Component: () =>
                    import('../connections/ConnectionsPage.tsx').then(
                      (module) => module.ConnectionsPage,
                    ),
                },
              },
              {
                path: 'settings/:tab?',
                ErrorBoundary: ErrorPage,
                lazy: {
                  Component: () =>
                    import('../settings/SettingsPage.tsx').then((module) => module.SettingsPage),
                },
              },
              { path: '*', Component: NotFoundPage },
            ],
          },
        ],
      },
    ],
  },
]);
