import '#components/ui/tokens.css';
import '#components/ui/page.css';
import '#components/admin/options-page.css';
import '#components/admin/options-parts.css';
import { createRoot } from 'react-dom/client';
import { OptionsPage } from '#components/admin/options-page.tsx';
import { ExtensionPage } from '#components/hooks/extension-page.tsx';
import { PageFilesProvider } from '#components/hooks/page-files.tsx';
import { PageWorkProvider } from '#components/hooks/page-work.tsx';
import { backgroundClient, interfaceLanguages } from '#lib/platform/background-link.ts';
import { siteAccess } from '#lib/platform/site-access.ts';
import { openImportWorker } from './open-import-worker.ts';
import { pageFiles } from './page-files.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('options/index.html has no #root');
createRoot(root).render(
  <ExtensionPage client={backgroundClient()} access={siteAccess} browserLanguages={interfaceLanguages()}>
    <PageFilesProvider files={pageFiles}>
      <PageWorkProvider openPort={openImportWorker}>
        <OptionsPage />
      </PageWorkProvider>
    </PageFilesProvider>
  </ExtensionPage>,
);
