import articleCss from './article-body.css?inline';
import cardsCss from './cards.css?inline';
import overlayCss from './overlay.css?inline';

/** The page must not move, hide or restyle the host by its own style sheet. */
const HOST_STYLE: readonly (readonly [string, string])[] = [
  ['all', 'initial'],
  ['position', 'fixed'],
  ['inset', '0 auto auto 0'],
  ['width', '0'],
  ['height', '0'],
  ['display', 'block'],
  ['opacity', '1'],
  ['visibility', 'visible'],
  ['z-index', '2147483647'],
];

/** Below this an outer element hides us while it lets presses through. */
const SEEN_OPACITY = 0.5;

/** Whether what lies inside this element can be seen. Filters that turn a page dark are no reason to doubt it. */
function isSeen({ opacity, visibility, filter, clipPath, maskImage }: CSSStyleDeclaration): boolean {
  const isVeiled = /opacity|url/.test(filter) || clipPath !== 'none' || maskImage !== 'none';
  return Number(opacity) >= SEEN_OPACITY && visibility !== 'hidden' && !isVeiled;
}

export interface OverlayHost {
  readonly host: HTMLElement;
  readonly root: ShadowRoot;
  /** Where the views are drawn. */
  readonly mount: HTMLElement;
  /** False while the page makes us invisible. */
  isShown(): boolean;
}

/**
 * Puts our one element into the page, its shadow root closed, and takes away one left by an earlier version of this
 * extension, which bears the same mark. Gone when the signal aborts.
 */
export function createOverlayHost(page: Document, mark: string, signal: AbortSignal): OverlayHost {
  for (const stale of page.querySelectorAll(`[${mark}]`)) stale.remove();
  const host = page.createElement('div');
  host.setAttribute(mark, '');
  for (const [name, value] of HOST_STYLE) host.style.setProperty(name, value, 'important');
  // These stay adjustable: `all` would nail them down, too. Our own style sheet sets them again inside.
  for (const name of ['letter-spacing', 'word-spacing']) host.style.setProperty(name, 'normal');
  const root = host.attachShadow({ mode: __OPEN_SHADOW_ROOT__ ? 'open' : 'closed' });
  const style = page.createElement('style');
  style.textContent = overlayCss + cardsCss + articleCss;
  const mount = page.createElement('div');
  root.append(style, mount);
  page.documentElement.append(host);
  signal.addEventListener('abort', () => host.remove());
  return {
    host,
    root,
    mount,
    isShown: () => {
      const outer = page.defaultView?.getComputedStyle(page.documentElement);
      return host.isConnected && outer !== undefined && isSeen(outer);
    },
  };
}
