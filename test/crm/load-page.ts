import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Puts a saved page into the test's jsdom document, frames included. What a saved page can't hold (checked state after a
 * click, layout) is the test's to set.
 */
export function loadPage(crm: string, name: string): Document {
  const html = readFileSync(join(import.meta.dirname, '../fixtures/pages', crm, `${name}.html`), 'utf8');
  document.open();
  document.write(html);
  document.close();
  for (const frame of document.querySelectorAll('iframe')) {
    const body = frame.contentDocument?.body;
    if (body) body.innerHTML = frame.getAttribute('data-saved-body') ?? '';
  }
  return document;
}
