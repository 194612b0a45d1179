import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import type { Browser } from '#test/e2e/driver/browser.ts';
import { waitUntil } from '#test/e2e/driver/wait-until.ts';
import { articleLine, makeArticles } from './make-articles.ts';

function* linesOf(count: number): Generator<string> {
  for (const article of makeArticles(count)) yield `${articleLine(article)}\n`;
}

/**
 * Imports `count` made-up articles by the file field of the options page and returns how long that took in milliseconds.
 * The file is too large for a debugger's message, so the page fetches it.
 */
export async function loadMadeArticles(browser: Browser, count: number): Promise<number> {
  const server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'application/jsonl', 'access-control-allow-origin': '*' });
    Readable.from(linesOf(count)).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  try {
    const page = await browser.openExtensionPage('options.html#articles');
    await page.waitFor('.drop button');
    const put = async ([field]: Element[], address: string) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([await (await fetch(address)).blob()], 'articles.jsonl'));
      const input = field as HTMLInputElement;
      input.files = transfer.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
      return performance.now();
    };
    const start = await page.read('.drop input[type=file]:not([webkitdirectory])', put, url);
    const said = await waitUntil('the end of the import', async () => (await page.texts('.notice'))[0], 600_000);
    if (!said.includes(count.toLocaleString('en'))) throw new Error(`${count} articles were imported, but: ${said}`);
    const end = await page.evaluate(() => performance.now());
    await page.goto('about:blank');
    return end - start;
  } finally {
    server.closeAllConnections();
    server.close();
  }
}
