import '#components/ui/tokens.css';
import '#components/ui/page.css';
import '#components/popup/popup.css';
import { createRoot } from 'react-dom/client';
import { ActiveSiteProvider } from '#components/hooks/active-site.tsx';
import { ExtensionPage } from '#components/hooks/extension-page.tsx';
import { Popup } from '#components/popup/popup.tsx';
import { activeOrigin } from '#lib/platform/active-tab.ts';
import { backgroundClient, interfaceLanguages } from '#lib/platform/background-link.ts';
import { openOptions } from '#lib/platform/open-options.ts';
import { siteAccess } from '#lib/platform/site-access.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('popup/index.html has no #root');
createRoot(root).render(
  <ExtensionPage client={backgroundClient()} access={siteAccess} browserLanguages={interfaceLanguages()}>
    <ActiveSiteProvider site={{ activeOrigin, openOptions, close: () => window.close() }}>
      <Popup />
    </ActiveSiteProvider>
  </ExtensionPage>,
);
