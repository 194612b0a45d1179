// Saves the ticket pages of a running CRM as fixtures: `node test/crm/save-pages.ts rt5|redmine`.
import { mkdir, writeFile } from 'node:fs/promises';
import { chromium, type Page } from 'playwright-core';
import { type CrmName, startCrm } from './crm-server.ts';
import { CHROMIUM_ARGS, chromiumPath, logIn } from './log-in.ts';

const PAGES: Record<CrmName, readonly { file: string; path: string; wait: string; click?: string }[]> = {
  rt5: [
    { file: 'display-1', path: '/Ticket/Display.html?id=1', wait: '.transaction.message' },
    { file: 'display-4', path: '/Ticket/Display.html?id=4', wait: '.transaction.message' },
    { file: 'update-1', path: '/Ticket/Update.html?id=1&Action=Respond', wait: 'iframe.cke_wysiwyg_frame' },
    { file: 'update-note-1', path: '/Ticket/Update.html?id=1&Action=Comment', wait: 'iframe.cke_wysiwyg_frame' },
  ],
  redmine: [
    { file: 'issue-1', path: '/issues/1', wait: '#history' },
    { file: 'issue-5-edit', path: '/issues/5', wait: '#history', click: 'a.icon-edit' },
  ],
};

/** The page as it stands, without scripts, handlers and tokens; a frame's own text is kept in an attribute. */
function strippedPage(): string {
  const copy = document.documentElement.cloneNode(true) as HTMLElement;
  const frames = [...document.querySelectorAll('iframe')];
  for (const [at, frame] of [...copy.querySelectorAll('iframe')].entries()) {
    const body = frames[at]?.contentDocument?.body;
    if (body) frame.setAttribute('data-saved-body', body.innerHTML);
    frame.removeAttribute('src');
  }
  // The CRM's own menus and widgets are none of the reader's business.
  const menus =
    '#main-navigation, #quickbar, #logo, #footer, .dropdown-menu, #top-menu, #main-menu, #sidebar, .jstElements';
  const widgets =
    '.cke_top, .cke_bottom, .modal, #issue_tree, #relations, #ajax-indicator, form.inline-edit, #page-navigation, #topactions, #header form, #quick-search';
  for (const gone of copy.querySelectorAll(`script, style, link, noscript, svg, meta, ${menus}, ${widgets}`))
    gone.remove();
  const comments = document.createTreeWalker(copy, NodeFilter.SHOW_COMMENT);
  const nodes: Node[] = [];
  while (comments.nextNode()) nodes.push(comments.currentNode);
  for (const node of nodes) node.parentNode?.removeChild(node);
  for (const element of copy.querySelectorAll('*')) {
    for (const { name, value } of [...element.attributes]) {
      if (name.startsWith('on') || /^javascript:/i.test(value)) element.removeAttribute(name);
    }
    if (/csrf|token/i.test(element.getAttribute('name') ?? '')) element.setAttribute('value', '');
  }
  return `<!doctype html>\n${copy.outerHTML.replace(/[ \t]+$/gm, '').replace(/\n{2,}/g, '\n')}\n`;
}

async function savePage(page: Page, folder: URL, name: string): Promise<void> {
  const html = await page.evaluate(strippedPage);
  await writeFile(new URL(`${name}.html`, folder), html);
  console.log(`${name}.html ${html.length} characters`);
}

const name = process.argv[2] === 'redmine' ? 'redmine' : 'rt5';
const crm = await startCrm(name);
if (!crm.ok) throw new Error(crm.reason);
const folder = new URL(`../fixtures/pages/${name}/`, import.meta.url);
await mkdir(folder, { recursive: true });
const browser = await chromium.launch({ executablePath: chromiumPath(), args: CHROMIUM_ARGS });
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await logIn(page, name, crm);
  for (const saved of PAGES[name]) {
    await page.goto(crm.url + saved.path);
    await page.locator(saved.wait).first().waitFor();
    if (saved.click) await page.locator(saved.click).first().click();
    await savePage(page, folder, saved.file);
  }
} finally {
  await browser.close();
  if (!process.argv.includes('--keep')) await crm.stop();
}
