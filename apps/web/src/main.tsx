import '@fontsource-variable/inter/index.css';
import '@fontsource-variable/jetbrains-mono/index.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { PageRouter } from './app/PageRouter.tsx';
import { Providers } from './app/Providers.tsx';
import { RouteAnnouncer } from './app/RouteAnnouncer.tsx';
import { Routes, pages } from './app/routes.tsx';
import { tellMissingFile } from './app/tell-missing-file.ts';
import './ui/base.css';
import { applyTheme } from './ui/theme.ts';
import { language } from './words/language.ts';

applyTheme();
// Fetched before there is anything to lay out: a font that comes later has the whole page laid out anew.
document.fonts.load("1em 'JetBrains Mono Variable'").catch(() => undefined);
document.documentElement.lang = language;
// What a click or a drop has fetched, such as the layout that tidies up, is missed by nothing else.
addEventListener('unhandledrejection', ({ reason }) => tellMissingFile(reason));

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root.');
createRoot(root).render(
  <StrictMode>
    <Providers>
      <PageRouter pages={pages}>
        <Routes />
        <RouteAnnouncer />
      </PageRouter>
    </Providers>
  </StrictMode>,
);
