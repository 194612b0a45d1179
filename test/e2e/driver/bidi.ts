import type { Browser, Page } from 'puppeteer-core';

interface Command {
  send(method: string, params: object): Promise<{ readonly result: unknown }>;
}

/** Sends a WebDriver BiDi command that puppeteer has no method for, such as Mozilla's own extensions of the protocol. */
export async function sendBidi(browser: Browser, method: string, params: object): Promise<unknown> {
  const { connection } = browser as unknown as { readonly connection: Command };
  return (await connection.send(method, params)).result;
}

interface RemoteNode {
  readonly sharedId?: string;
  readonly value?: {
    readonly mode?: 'open' | 'closed';
    readonly children?: readonly RemoteNode[];
    readonly shadowRoot?: RemoteNode | null;
  };
}
interface ScriptAnswer {
  readonly type: 'success' | 'exception';
  readonly result?: RemoteNode & { readonly type: string; readonly value?: unknown };
  readonly exceptionDetails?: { readonly text: string };
}

function closedRootsUnder(node: RemoteNode): RemoteNode[] {
  const here = node.value?.mode === 'closed' ? [node] : [];
  const { shadowRoot, children = [] } = node.value ?? {};
  return [...here, ...[...(shadowRoot ? [shadowRoot] : []), ...children].flatMap(closedRootsUnder)];
}

/**
 * Calls a function, given as text, in the page's own world in Firefox and returns its answer; throws what it throws.
 * The protocol hands out closed shadow roots as references when it is asked to serialise the whole document.
 */
export async function runByBidi(page: Page, source: string, withClosedRoots: boolean): Promise<unknown> {
  const { _id: context } = page.mainFrame() as unknown as { readonly _id: string };
  const call = async (functionDeclaration: string, more: object): Promise<ScriptAnswer['result']> => {
    const params = { functionDeclaration, target: { context }, awaitPromise: true, ...more };
    const answer = (await sendBidi(page.browser(), 'script.callFunction', params)) as ScriptAnswer;
    if (answer.type === 'exception') throw new Error(answer.exceptionDetails?.text ?? 'the page threw');
    return answer.result;
  };
  const whole = { serializationOptions: { maxDomDepth: null, includeShadowTree: 'all' } };
  const tree = withClosedRoots ? await call('() => document.documentElement', whole) : undefined;
  const roots = tree ? closedRootsUnder(tree).map(({ sharedId }) => ({ sharedId })) : [];
  const result = await call(`async (...roots) => JSON.stringify(await (${source})(...roots))`, { arguments: roots });
  return result?.type === 'string' ? JSON.parse(result.value as unknown as string) : undefined;
}
