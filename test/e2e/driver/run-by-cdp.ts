import type { CDPSession } from 'playwright-core';

interface DomNode {
  readonly backendNodeId: number;
  readonly shadowRootType?: string;
  readonly children?: readonly DomNode[];
  readonly shadowRoots?: readonly DomNode[];
}

/** Closed shadow roots under a node, outermost first. */
function closedRootsUnder(node: DomNode): DomNode[] {
  const here = node.shadowRootType === 'closed' ? [node] : [];
  return [...here, ...[...(node.shadowRoots ?? []), ...(node.children ?? [])].flatMap(closedRootsUnder)];
}

async function closedRootObjects(session: CDPSession): Promise<string[]> {
  const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
  const objects = closedRootsUnder(root).map(async ({ backendNodeId }) => {
    const { object } = await session.send('DOM.resolveNode', { backendNodeId });
    return object.objectId;
  });
  return (await Promise.all(objects)).filter((id) => id !== undefined);
}

/**
 * Calls a function, given as text, in the main world of a page of Chromium and returns its answer by value; throws what
 * it throws. Goes through the debugger, which a page's Content-Security-Policy does not hold up.
 */
export async function runByCdp(session: CDPSession, source: string, withClosedRoots: boolean): Promise<unknown> {
  const roots = withClosedRoots ? await closedRootObjects(session) : [];
  const { result: page } = await session.send('Runtime.evaluate', { expression: 'globalThis' });
  const { result, exceptionDetails } = await session.send('Runtime.callFunctionOn', {
    functionDeclaration: source,
    ...(page.objectId ? { objectId: page.objectId } : {}),
    arguments: roots.map((objectId) => ({ objectId })),
    returnByValue: true,
    awaitPromise: true,
  });
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value;
}
